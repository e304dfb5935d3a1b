# verheal: check
# subject: f
# expect: proved
def f(xs: list[int]) -> int:
    if (n := len(xs)) > 0:
        return xs[n - 1]
    return 0
