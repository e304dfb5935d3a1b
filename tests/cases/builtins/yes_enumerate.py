# verheal: check
# subject: f
# expect: proved
def f(xs: list[int]) -> int:
    total = 0
    for i, _ in enumerate(xs):
        total += xs[i]
    return total
