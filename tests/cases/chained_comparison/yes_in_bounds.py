# verheal: check
# subject: f
# expect: proved
def f(xs: list[int], i: int) -> int:
    if 0 <= i < len(xs):
        return xs[i]
    return 0
