# verheal: check
# subject: f
# expect: proved
def f(xs: list[int]) -> list[int]:
    assert len(xs) > 1
    ys = xs[1:]
    assert ys[0] == xs[1]
    return ys
