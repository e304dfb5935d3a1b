# verheal: check
# subject: f
# expect: proved
def f(xs: list[int]) -> list[int]:
    ys = [x * x for x in xs]
    assert all(y >= 0 for y in ys)
    return ys
