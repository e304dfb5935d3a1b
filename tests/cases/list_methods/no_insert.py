# verheal: check
# subject: f
# expect: refuted assert
# witness: f([5], 1)
def f(xs: list[int], x: int) -> None:
    n = len(xs)
    xs.insert(1, x)
    assert xs[0] == x and len(xs) == n + 1
