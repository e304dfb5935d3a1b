# verheal: check
# subject: sum_of_squares
# expect: proved
def sum_of_squares(n: int) -> int:
    """
    pre: n >= 0
    post: 6 * __return__ == n * (n + 1) * (2 * n + 1)
    """
    total = 0
    for i in range(1, n + 1):
        total += i * i
    return total
