# verheal: check
# subject: f
# expect: proved
def f(xs: list[int], k: int) -> list[int]:
    assert k >= 0
    ys = xs[:k]
    assert len(ys) <= k
    return ys
