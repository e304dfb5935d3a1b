# verheal: check
# subject: f
# expect: refuted assert
# witness: f([1, 2], -1)
def f(xs: list[int], k: int) -> list[int]:
    assert k >= -1
    ys = xs[:k]
    assert len(ys) <= k
    return ys
