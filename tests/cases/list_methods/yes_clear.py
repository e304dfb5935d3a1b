# verheal: check
# subject: f
# expect: proved
def f(xs: list[int]) -> int:
    ys = xs
    xs.clear()
    assert len(ys) == 0
    return len(xs)
