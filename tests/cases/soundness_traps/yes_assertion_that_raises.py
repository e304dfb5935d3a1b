# verheal: check
# subject: f
# expect: proved
def f(n: int) -> int:
    r = abs(n)
    assert r == 0 or 10 // r <= 10
    return r
