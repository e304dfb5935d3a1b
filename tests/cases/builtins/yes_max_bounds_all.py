# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(xs: list[int]) -> int:
    assert len(xs) > 1
    m = max(xs)
    assert xs[0] <= m
    return m
