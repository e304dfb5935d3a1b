# verheal: check
# subject: f
# expect: refuted safety:TypeError
# witness: f([None])
def f(xs: list[int | None]) -> int:
    total = 0
    for x in xs:
        if x is not None or total == 0:
            total += x
    return total
