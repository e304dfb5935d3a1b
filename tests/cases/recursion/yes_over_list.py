# verheal: check
# subject: f
# expect: proved
def f(xs: list[int]) -> int:
    assert len(xs) <= 20
    if len(xs) == 0:
        return 0
    return xs[0] + f(xs[1:])
