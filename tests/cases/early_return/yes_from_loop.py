# verheal: check
# subject: f
# expect: proved
def f(xs: list[int]) -> int:
    """
    post: __return__ > 0
    """
    for x in xs:
        if x > 0:
            return x
    return 1
