# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(xs: list[int], k: int) -> list[int]:
    assert k >= 0
    left, right = xs[:k], xs[k:] if k >= 0 else xs
    assert left + right == xs
    return left
