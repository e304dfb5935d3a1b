# verheal: check
# subject: f
# expect: proved
def half(n: int) -> int:
    """
    pre: n % 2 == 0
    post: __return__ * 2 == n
    """
    return n // 2


def f(n: int) -> int:
    return half(n * 2)
