# verheal: check
# subject: f
# expect: proved
def f(x: int) -> int:
    """
    post: __return__ >= 0
    """
    return x * x
