# verheal: check
# subject: f
# expect: refuted post | pre
# witness: f(0, 3)
def f(start: int, end: int) -> int:
    """
    pre: 0 <= start <= end <= 30
    post: __return__ == end - start
    """
    if start >= end:
        return 0
    return 1 + f(start + 2, end)
