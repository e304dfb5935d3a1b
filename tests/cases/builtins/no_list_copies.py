# verheal: check
# subject: f
# expect: refuted assert
# witness: f([])
def f(xs: list[int]) -> list[int]:
    n = len(xs)
    ys = xs
    ys.append(1)
    assert len(xs) == n
    return ys
