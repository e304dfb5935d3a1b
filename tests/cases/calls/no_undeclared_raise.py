# verheal: check
# subject: f
# expect: refuted raises | safety:IndexError
# witness: f([])
def first(xs: list[int]) -> int:
    return xs[0]


def f(xs: list[int]) -> int:
    if len(xs) >= 0:
        return first(xs)
    return 0
