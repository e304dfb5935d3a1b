# verheal: check
# subject: f
# expect: proved
def f(xs: list[int], x: int) -> None:
    n = len(xs)
    xs.append(x)
    assert xs[n] == x
