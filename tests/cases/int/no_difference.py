# verheal: check
# subject: f
# expect: refuted assert
# witness: f(1, 1)
def f(a: int, b: int) -> int:
    d = a - b if a > b else b - a
    assert d > 0
    return d
