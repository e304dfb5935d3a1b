# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(xs: list[int]) -> list[int]:
    ys = sorted(xs)
    assert len(ys) == len(xs)
    return ys
