# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(n: int) -> bool:
    r = n in range(0, 10)
    assert r == (0 <= n < 10)
    return r
