# verheal: check
# subject: f
# expect: refuted safety:RecursionError
# witness: f(100000)
# why: too deep a recursion raises
def f(n: int) -> int:
    """
    pre: 0 <= n
    """
    if n == 0:
        return 0
    return 1 + f(n - 1)
