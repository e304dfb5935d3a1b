# verheal: check
# subject: f
# expect: refuted assert
# witness: f([0])
def f(xs: list[int]) -> list[int]:
    ys = [x * x for x in xs]
    assert all(y > 0 for y in ys)
    return ys
