# verheal: check
# subject: f
# expect: proved
def f(xs: list[int]) -> list[int]:
    return xs[5:6]
