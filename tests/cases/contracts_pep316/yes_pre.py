# verheal: check
# subject: f
# expect: proved
def f(xs: list[int], i: int) -> int:
    """
    pre: 0 <= i < len(xs)
    """
    return xs[i]
