# verheal: check
# subject: f
# expect: refuted safety:KeyError
# witness: f({1: 1})
def f(d: dict[int, int]) -> int:
    total = 0
    for k in d:
        total += d[k + 1]
    return total
