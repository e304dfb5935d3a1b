# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError
# witness: f([0])
def f(xs: list[int]) -> int:
    try:
        return 10 // xs[0]
    except (IndexError, KeyError):
        return 0
