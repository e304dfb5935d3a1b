# verheal: check
# subject: f
# expect: proved
def f(xs: list[int | None]) -> int:
    total = 0
    for x in xs:
        if x is not None:
            total += x
    return total
