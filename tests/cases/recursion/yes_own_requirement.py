# verheal: check
# subject: f
# expect: proved
def f(n: int) -> int:
    """
    pre: 0 <= n <= 20
    """
    if n == 0:
        return 0
    return f(n - 1)
