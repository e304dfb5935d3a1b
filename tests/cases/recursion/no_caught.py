# verheal: check
# subject: f
# expect: refuted raises
# witness: f(9)
def rounds(n: int) -> int:
    """
    pre: 0 <= n <= 20
    """
    if n == 7:
        raise ValueError(n)
    return rounds(n - 1) if n > 0 else 0


def f(n: int) -> int:
    """
    pre: 0 <= n <= 20
    """
    try:
        return rounds(n)
    except KeyError:
        return 0
