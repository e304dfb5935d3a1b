# verheal: check
# subject: f
# expect: proved
def f(xs: list[int], i: int, v: int) -> None:
    assert 0 <= i < len(xs)
    xs[i] = v
    assert xs[i] == v
