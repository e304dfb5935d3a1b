# verheal: check
# subject: f
# expect: refuted post
# witness: f(0)
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
    return False if n == 0 else odd(n - 1)
