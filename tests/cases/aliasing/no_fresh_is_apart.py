# verheal: check
# subject: f
# expect: refuted assert
# witness: f([1])
def f(xs: list[int]) -> int:
    n = len(xs)
    ys = xs
    ys.append(2)
    assert len(xs) == n
    return n
