# verheal: check
# subject: f
# expect: proved
def f(a: int, b: int) -> int:
    """
    post: _ >= a and _ >= b
    post: _ == a or _ == b
    """
    return max(a, b)
