# verheal: check
# subject: f
# expect: refuted assert
# witness: f([1, 1])
def f(xs: list[int]) -> None:
    n = len(xs)
    xs.sort()
    assert n < 2 or xs[0] < xs[1]
