# verheal: check
# subject: f
# expect: refuted assert
# witness: f(3)
# why: & with 2**k - 1 is % 2**k, for negative numbers too
def f(x: int) -> int:
    r = x & 3
    assert r == x % 3
    return r
