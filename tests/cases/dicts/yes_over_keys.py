# verheal: check
# subject: f
# expect: proved
def f(d: dict[int, int]) -> int:
    total = 0
    for k in d:
        total += d[k]
    return total
