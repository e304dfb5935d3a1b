# verheal: check
# subject: f
# expect: refuted post
# witness: f(0)
def f(x: int) -> int:
    """
    post: __return__ > 0
    """
    return x * x
