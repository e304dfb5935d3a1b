# verheal: check
# subject: f
# expect: proved
def f(xs: list[int]) -> int:
    n = len(xs)
    ys = xs.copy()
    ys.append(1)
    assert len(xs) == n
    return len(ys)
