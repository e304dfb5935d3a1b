# verheal: check
# subject: f
# expect: proved
def f(n: int) -> int:
    assert 0 <= n <= 100
    r = len(range(n))
    assert r == n
    return r
