# verheal: check
# subject: f
# expect: proved
def f(n: int) -> int:
    """
    pre: 0 <= n <= 20
    post: __return__ >= 1
    """
    if n == 0:
        return 1
    return n * f(n - 1)
