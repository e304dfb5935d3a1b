# verheal: check
# subject: f
# expect: refuted safety:IndexError
# witness: f([0])
def f(xs: list[int]) -> int:
    ys = [x for x in xs if x]
    return ys[0] if xs else 0
