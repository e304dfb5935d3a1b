# verheal: check
# subject: multiplied
# expect: refuted post
# witness: multiplied(1, 0)
def multiplied(a: int, b: int) -> int:
    """
    pre: b >= 0
    post: __return__ == a * b
    """
    total = a
    for _ in range(1, b):
        total += a
    return total
