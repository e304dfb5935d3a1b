# verheal: check
# subject: f
# expect: refuted assert
# witness: f([1, 1])
def f(xs: list[int]) -> list[int]:
    ys = sorted(set(xs))
    assert len(ys) == len(xs)
    return ys
