# verheal: check
# subject: f
# expect: refuted safety:IndexError
# witness: f([1])
def f(xs: list[int]) -> list[int]:
    return [xs[5]]
