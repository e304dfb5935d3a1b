# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(xs: list[int]) -> list[int]:
    ys = xs[::2]
    assert len(ys) == (len(xs) + 1) // 2
    return ys
