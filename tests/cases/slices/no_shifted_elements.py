# verheal: check
# subject: f
# expect: refuted assert
# witness: f([1, 2])
def f(xs: list[int]) -> list[int]:
    assert len(xs) > 1
    ys = xs[1:]
    assert ys[0] == xs[0]
    return ys
