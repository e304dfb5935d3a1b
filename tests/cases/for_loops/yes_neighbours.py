# verheal: check
# subject: f
# expect: proved
def f(xs: list[int]) -> int:
    total = 0
    for i in range(len(xs) - 1):
        total += xs[i + 1] - xs[i]
    return total
