# verheal: check
# subject: f
# expect: proved
def f(a: int, b: int) -> int:
    d = a - b if a > b else b - a
    assert d >= 0
    return d
