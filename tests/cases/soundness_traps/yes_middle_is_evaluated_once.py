# verheal: check
# subject: f
# expect: proved
def f(xs: list[int]) -> bool:
    assert len(xs) > 1
    n = len(xs)
    r = 0 < xs.pop() < 10
    assert len(xs) == n - 1
    return r
