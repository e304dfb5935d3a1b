# verheal: check
# subject: f
# expect: refuted assert
# witness: f([1, 2])
# why: -1 is the last place, not the one before the first
def f(xs: list[int]) -> int:
    assert len(xs) > 0
    xs[-1] = 7
    assert xs[0] == 7
    return xs[0]
