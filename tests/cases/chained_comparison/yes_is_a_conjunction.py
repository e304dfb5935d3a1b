# verheal: check
# subject: f
# expect: proved
def f(a: int, b: int, c: int) -> bool:
    r = a < b == c
    assert r == (a < b and b == c)
    return r
