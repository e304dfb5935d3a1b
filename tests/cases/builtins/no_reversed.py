# verheal: check
# subject: f
# expect: refuted assert
# witness: f([1, 2])
def f(xs: list[int]) -> list[int]:
    assert len(xs) > 0
    ys = list(reversed(xs))
    assert ys[0] == xs[0]
    return ys
