# verheal: check
# subject: f
# expect: refuted assert
# witness: f([1, 2], -1)
def f(xs: list[int], k: int) -> list[int]:
    assert k >= -1
    left, right = xs[:k], xs[k:] if k >= 0 else xs
    assert left + right == xs
    return left
