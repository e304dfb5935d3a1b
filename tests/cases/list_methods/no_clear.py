# verheal: check
# subject: f
# expect: refuted assert
# witness: f([1])
def f(xs: list[int]) -> int:
    ys = list(xs)
    xs.clear()
    assert len(ys) == 0
    return len(xs)
