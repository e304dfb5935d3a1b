# verheal: check
# subject: f
# expect: refuted assert
# witness: f([])
def f(xs: list[int]) -> int:
    n = len(xs)
    ys = xs[:]
    ys.append(1)
    assert len(xs) == n + 1
    return len(ys)
