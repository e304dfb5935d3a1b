# verheal: check
# subject: f
# expect: refuted post
# allow: unknown
# witness: f(0)
# why: a postcondition that cannot be evaluated does not hold
def f(n: int) -> int:
    """
    post: 10 // __return__ <= 10
    """
    return abs(n)
