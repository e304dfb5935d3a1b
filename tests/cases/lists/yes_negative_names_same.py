# verheal: check
# subject: f
# expect: proved
# why: -1 is the last place, not the one before the first
def f(xs: list[int]) -> int:
    assert len(xs) > 0
    xs[-1] = 7
    assert xs[len(xs) - 1] == 7
    return xs[0]
