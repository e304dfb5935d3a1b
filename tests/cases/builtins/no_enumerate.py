# verheal: check
# subject: f
# expect: refuted safety:IndexError
# witness: f([1])
def f(xs: list[int]) -> int:
    total = 0
    for i, _ in enumerate(xs, 1):
        total += xs[i]
    return total
