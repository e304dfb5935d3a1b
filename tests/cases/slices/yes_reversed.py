# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(xs: list[int]) -> list[int]:
    assert len(xs) > 0
    ys = xs[::-1]
    assert ys[0] == xs[-1]
    return ys
