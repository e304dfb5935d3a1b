# verheal: check
# subject: f
# expect: proved
def f(xs: list[int]) -> int:
    try:
        return xs[0]
    except LookupError:
        return 0
