# verheal: check
# subject: f
# expect: refuted safety:IndexError
# witness: f([1])
def f(xs: list[int]) -> int:
    total = 0
    for i in range(len(xs)):
        total += xs[i + 1] - xs[i]
    return total
