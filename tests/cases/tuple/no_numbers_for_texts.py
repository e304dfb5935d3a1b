# verheal: check
# subject: total
# expect: refuted type
# witness: total((1, 2))
# why: a tuple of ints is no tuple of strings
def total(numbers: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(one for one in numbers if one > 0)
