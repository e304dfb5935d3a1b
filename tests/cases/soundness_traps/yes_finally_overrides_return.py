# verheal: check
# subject: f
# expect: proved
def f(x: int) -> int:
    """
    post: __return__ == x
    """
    try:
        return x
    finally:
        x = 0
