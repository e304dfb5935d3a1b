# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError
# witness: f([0])
def f(xs: list[int]) -> list[int]:
    return [10 // x for x in xs]
