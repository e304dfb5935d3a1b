# verheal: check
# subject: f
# expect: proved
def f(a: int, b: int) -> bool:
    r = not (a > 0 and b > 0)
    assert r == (a <= 0 or b <= 0)
    return r
