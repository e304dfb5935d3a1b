# verheal: check
# subject: f
# expect: proved
# why: a negative count gives the empty list
def f(n: int) -> list[int]:
    assert 0 <= n <= 1000
    zs = [0] * n
    assert len(zs) == n
    return zs
