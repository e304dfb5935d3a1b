# verheal: check
# subject: f
# expect: refuted assert
# witness: f([1], 2)
def f(xs: list[int], x: int) -> None:
    n = len(xs)
    xs.append(x)
    assert xs[0] == x
