# verheal: check
# subject: f
# expect: refuted safety:ValueError
# witness: f([])
def f(xs: list[int]) -> int:
    if len(xs) >= 0:
        return min(xs)
    return 0
