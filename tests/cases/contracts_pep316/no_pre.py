# verheal: check
# subject: f
# expect: refuted safety:IndexError
# witness: f([], 0)
def f(xs: list[int], i: int) -> int:
    """
    pre: 0 <= i <= len(xs)
    """
    return xs[i]
