# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(xs: list[int]) -> list[int]:
    assert len(xs) > 0
    ys = list(reversed(xs))
    assert ys[0] == xs[-1]
    return ys
