# verheal: check
# subject: f
# expect: refuted safety:TypeError
# witness: f([])
def f(xs: list[int]) -> int:
    sum = 0
    return sum(xs) + sum
