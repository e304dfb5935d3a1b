# verheal: check
# subject: f
# expect: refuted post
# witness: f(True, False)
def f(a: bool, b: bool) -> int:
    """
    post: (__return__ == 3) == (a and b)
    """
    if a:
        if b:
            return 3
        return 3
    return 1
