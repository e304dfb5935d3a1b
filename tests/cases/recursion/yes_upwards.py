# verheal: check
# subject: f
# expect: proved
def f(start: int, end: int) -> int:
    """
    pre: 0 <= start <= end <= 30
    post: __return__ == end - start
    """
    if start >= end:
        return 0
    return 1 + f(start + 1, end)
