# verheal: check
# subject: f
# expect: refuted post
# witness: f(1)
def f(x: int) -> int:
    """
    post: __return__ == x
    """
    try:
        return x
    finally:
        return 0
