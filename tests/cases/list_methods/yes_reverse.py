# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(xs: list[int]) -> None:
    assert len(xs) > 0
    first = xs[0]
    xs.reverse()
    assert xs[-1] == first
