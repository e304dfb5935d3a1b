# verheal: check
# subject: f
# expect: refuted safety:IndexError
# witness: f([])
def f(xs: list[int]) -> int:
    total = 0
    for i in range(len(xs) + 1):
        total += xs[i]
    return total
