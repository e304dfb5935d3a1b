# verheal: check
# subject: sum_of_squares
# expect: refuted post
# witness: sum_of_squares(1)
def sum_of_squares(n: int) -> int:
    """
    pre: n >= 0
    post: 6 * __return__ == n * (n + 1) * (2 * n + 1)
    """
    total = 0
    for i in range(n):
        total += i * i
    return total
