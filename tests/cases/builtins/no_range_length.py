# verheal: check
# subject: f
# expect: refuted assert
# witness: f(-1)
def f(n: int) -> int:
    assert -10 <= n <= 100
    r = len(range(n))
    assert r == n
    return r
