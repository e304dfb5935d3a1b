# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(xs: list[int]) -> list[int]:
    ys = [x for x in xs if x > 0]
    for y in ys:
        assert y > 0
    return ys
