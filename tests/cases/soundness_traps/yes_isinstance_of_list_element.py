# verheal: check
# subject: f
# expect: proved
# why: a list of ints may hold a bool
def f(xs: list[int]) -> bool:
    assert len(xs) > 0
    r = isinstance(xs[0], int)
    assert r
    return r
