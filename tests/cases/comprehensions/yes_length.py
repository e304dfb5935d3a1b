# verheal: check
# subject: f
# expect: proved
def f(xs: list[int]) -> list[int]:
    ys = [x + 1 for x in xs]
    assert len(ys) == len(xs)
    return ys
