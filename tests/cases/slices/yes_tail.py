# verheal: check
# subject: f
# expect: proved
def f(xs: list[int]) -> list[int]:
    assert len(xs) > 0
    ys = xs[1:]
    assert len(ys) == len(xs) - 1
    return ys
