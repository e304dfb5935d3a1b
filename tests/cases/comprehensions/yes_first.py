# verheal: check
# subject: f
# expect: proved
def f(xs: list[int]) -> int:
    ys = [x for x in xs]
    return ys[0] if xs else 0
