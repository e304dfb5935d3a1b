# verheal: check
# subject: f
# expect: refuted assert
# witness: f([5, 5])
def f(xs: list[int]) -> bool:
    assert len(xs) > 1
    n = len(xs)
    r = 0 < xs.pop() < 10
    assert len(xs) == n - 2
    return r
