# verheal: check
# subject: f
# expect: proved
def f(xs: list[int]) -> int:
    total = 0
    return sum(xs) + total
