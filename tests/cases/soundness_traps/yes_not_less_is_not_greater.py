# verheal: check
# subject: f
# expect: proved
def f(x: int, y: int) -> bool:
    r = x < y
    assert r or x >= y
    return r
