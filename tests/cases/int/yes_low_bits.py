# verheal: check
# subject: f
# expect: proved
# allow: unknown
# why: & with 2**k - 1 is % 2**k, for negative numbers too
def f(x: int) -> int:
    r = x & 1
    assert r == x % 2
    return r
