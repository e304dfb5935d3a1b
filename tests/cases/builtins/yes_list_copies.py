# verheal: check
# subject: f
# expect: proved
def f(xs: list[int]) -> list[int]:
    n = len(xs)
    ys = list(xs)
    ys.append(1)
    assert len(xs) == n
    return ys
