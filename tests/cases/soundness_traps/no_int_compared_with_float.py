# verheal: check
# subject: f
# expect: refuted assert
# witness: f(2**53 + 1)
# why: ints and floats are compared exactly, conversion rounds
def f(n: int) -> bool:
    assert 0 <= n <= 2**60
    r = int(float(n)) == n
    assert r
    return r
