# verheal: check
# subject: f
# expect: refuted assert
# witness: f([0])
def f(xs: list[int]) -> list[int]:
    ys = [x for x in xs if x >= 0]
    for y in ys:
        assert y > 0
    return ys
