# verheal: check
# subject: f
# expect: proved
# allow: unknown
# why: ints and floats are compared exactly, conversion rounds
def f(n: int) -> bool:
    assert 0 <= n <= 2**53
    r = int(float(n)) == n
    assert r
    return r
