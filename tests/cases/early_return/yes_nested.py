# verheal: check
# subject: f
# expect: proved
def f(a: bool, b: bool) -> int:
    """
    post: (__return__ == 3) == (a and b)
    """
    if a:
        if b:
            return 3
        return 2
    return 1
