# verheal: check
# subject: f
# expect: refuted assert
# witness: f(0, [1])
def f(x: int, xs: list[int]) -> bool:
    assert len(xs) > 0
    n = len(xs)
    r = x > 0 and xs.pop() > 0
    assert len(xs) == n - 1
    return r
