# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(a: int) -> int:
    r = pow(a, 2)
    assert r >= 0
    return r
