# verheal: check
# subject: f
# expect: proved
def f(xs: list[int]) -> int:
    if len(xs) > 0:
        return min(xs)
    return 0
