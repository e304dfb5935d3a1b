# verheal: check
# subject: multiplied
# expect: proved
def multiplied(a: int, b: int) -> int:
    """
    pre: b >= 0
    post: __return__ == a * b
    """
    total = 0
    for _ in range(b):
        total += a
    return total
