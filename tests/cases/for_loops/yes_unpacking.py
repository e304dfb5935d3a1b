# verheal: check
# subject: f
# expect: proved
def f(pairs: list[tuple[int, int]]) -> int:
    total = 0
    for a, b in pairs:
        if b != 0:
            total += a // b
    return total
