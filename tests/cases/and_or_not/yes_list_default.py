# verheal: check
# subject: f
# expect: proved
def f(xs: list[int]) -> int:
    return (xs or [0])[0]
