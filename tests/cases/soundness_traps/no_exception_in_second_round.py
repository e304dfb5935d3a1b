# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError
# witness: f([1, 0])
def f(xs: list[int]) -> int:
    total = 0
    for x in xs:
        if x == 0 and total == 0:
            return 0
        total += 10 // x
    return total
