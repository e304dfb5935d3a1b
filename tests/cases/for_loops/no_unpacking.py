# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError
# witness: f([(1, 0)])
def f(pairs: list[tuple[int, int]]) -> int:
    total = 0
    for a, b in pairs:
        if a != 0:
            total += a // b
    return total
