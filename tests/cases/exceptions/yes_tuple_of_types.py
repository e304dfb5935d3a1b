# verheal: check
# subject: f
# expect: proved
def f(xs: list[int]) -> int:
    try:
        return 10 // xs[0]
    except (IndexError, ZeroDivisionError):
        return 0
