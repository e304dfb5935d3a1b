# verheal: check
# subject: f
# expect: proved
# why: too deep a recursion raises
def f(n: int) -> int:
    """
    pre: 0 <= n <= 20
    """
    if n == 0:
        return 0
    return 1 + f(n - 1)
