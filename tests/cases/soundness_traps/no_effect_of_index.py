# verheal: check
# subject: f
# expect: refuted assert
# witness: f([1, 2])
# why: the right side is evaluated before the place it is stored in
def f(xs: list[int]) -> None:
    assert len(xs) == 2
    xs[len(xs) - 1] = xs.pop(0)
    assert len(xs) == 2
