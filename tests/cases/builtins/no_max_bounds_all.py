# verheal: check
# subject: f
# expect: refuted assert
# witness: f([1, 1])
def f(xs: list[int]) -> int:
    assert len(xs) > 1
    m = max(xs)
    assert xs[0] < m
    return m
