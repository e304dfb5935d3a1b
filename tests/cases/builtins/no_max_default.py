# verheal: check
# subject: f
# expect: refuted safety:ValueError
# witness: f([])
def f(xs: list[int]) -> int:
    return max(xs)
