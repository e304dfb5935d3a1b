# verheal: check
# subject: f
# expect: refuted assert
# witness: f([1, 2])
def f(xs: list[int]) -> None:
    assert len(xs) > 0
    first = xs[0]
    xs.reverse()
    assert xs[0] == first
