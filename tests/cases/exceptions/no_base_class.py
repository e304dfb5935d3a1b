# verheal: check
# subject: f
# expect: refuted safety:IndexError
# witness: f([])
def f(xs: list[int]) -> int:
    try:
        return xs[0]
    except KeyError:
        return 0
