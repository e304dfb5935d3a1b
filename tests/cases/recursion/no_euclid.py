# verheal: check
# subject: f
# expect: refuted safety:RecursionError | raises
# witness: f(999999999, 1)
# why: a difference need not be small
def f(a: int, b: int) -> int:
    """
    pre: 0 < a < 10**9 and 0 <= b < 10**9
    post: __return__ > 0 and a % __return__ == 0 and b % __return__ == 0
    """
    if b == 0:
        return a
    return f(b, a - b) if a - b < b and a >= b else f(a - b, b) if a > b else f(b, a)
