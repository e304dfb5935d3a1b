# verheal: check
# subject: f
# expect: refuted assert
# witness: f(1, 2)
def f(a: int, b: int) -> int:
    r = a if a < b else b
    assert r >= a and r >= b
    return r
