# verheal: check
# subject: f
# expect: refuted assert
# witness: f([0])
def f(xs: list[int]) -> list[int]:
    ys = [x + 1 for x in xs if x]
    assert len(ys) == len(xs)
    return ys
