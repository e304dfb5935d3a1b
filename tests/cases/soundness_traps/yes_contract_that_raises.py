# verheal: check
# subject: f
# expect: proved
# why: a postcondition that cannot be evaluated does not hold
def f(n: int) -> int:
    """
    post: __return__ == 0 or 10 // __return__ <= 10
    """
    return abs(n)
