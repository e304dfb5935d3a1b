# verheal: check
# subject: f
# expect: refuted assert
# witness: f([1])
def f(xs: list[int]) -> int:
    assert len(xs) > 0
    n = len(xs)
    del xs[0]
    assert len(xs) == n
    return len(xs)
