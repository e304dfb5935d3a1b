# verheal: check
# subject: f
# expect: refuted assert
# witness: f([True])
# why: a list of ints may hold a bool
def f(xs: list[int]) -> bool:
    assert len(xs) > 0
    r = isinstance(xs[0], bool)
    assert not r
    return r
