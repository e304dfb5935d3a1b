# verheal: check
# subject: f
# expect: proved
# why: a return in finally ends the exception
def f(n: int) -> int:
    """
    post: __return__ > 0
    """
    try:
        return 10 // abs(n) + 1
    finally:
        if n == 0:
            return 1
