# verheal: check
# subject: f
# expect: proved
def f(xs: list[int]) -> int:
    assert len(xs) > 0
    n = len(xs)
    del xs[0]
    assert len(xs) == n - 1
    return len(xs)
