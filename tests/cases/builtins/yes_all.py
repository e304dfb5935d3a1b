# verheal: check
# subject: f
# expect: proved
def f(xs: list[int]) -> int:
    assert len(xs) > 0
    if all(x > 0 for x in xs):
        first = xs[0]
        assert first > 0
    return xs[0]
