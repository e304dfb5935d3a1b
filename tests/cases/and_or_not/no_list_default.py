# verheal: check
# subject: f
# expect: refuted safety:IndexError
# witness: f([])
def f(xs: list[int]) -> int:
    return (xs or [])[0]
