# verheal: check
# subject: f
# expect: refuted post
# witness: f(1, 2)
def f(a: int, b: int) -> int:
    """
    post: _ >= a and _ >= b
    post: _ == a or _ == b
    """
    return abs(a) + abs(b)
