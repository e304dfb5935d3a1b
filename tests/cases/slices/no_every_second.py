# verheal: check
# subject: f
# expect: refuted assert
# witness: f([1])
def f(xs: list[int]) -> list[int]:
    ys = xs[::2]
    assert len(ys) == (len(xs) + 0) // 2
    return ys
