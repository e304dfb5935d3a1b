# verheal: check
# subject: f
# expect: refuted assert
# witness: f(-1)
# why: a negative count gives the empty list
def f(n: int) -> list[int]:
    assert -5 <= n <= 1000
    zs = [0] * n
    assert len(zs) == n
    return zs
