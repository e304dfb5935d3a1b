# verheal: check
# subject: f
# expect: proved
def odd(n: int) -> bool:
    """
    pre: 0 <= n <= 20
    post: __return__ == (n % 2 == 1)
    """
    return False if n == 0 else f(n - 1)


def f(n: int) -> bool:
    """
    pre: 0 <= n <= 20
    post: __return__ == (n % 2 == 0)
    """
    return True if n == 0 else odd(n - 1)
