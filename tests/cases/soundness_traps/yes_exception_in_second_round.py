# verheal: check
# subject: f
# expect: proved
def f(xs: list[int]) -> int:
    total = 0
    for x in xs:
        if x == 0:
            return 0
        total += 10 // x
    return total
