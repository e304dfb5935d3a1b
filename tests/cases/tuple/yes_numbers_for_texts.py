# verheal: check
# subject: total
# expect: proved
# why: of each int a string is made
def total(numbers: tuple[int, ...]) -> tuple[str, ...]:
    return tuple("+"[:one] for one in numbers if one > 0)
