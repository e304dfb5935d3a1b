# verheal: check
# subject: f
# expect: proved
def f(x: int) -> int:
    r = abs(x)
    assert r >= 0
    return r
