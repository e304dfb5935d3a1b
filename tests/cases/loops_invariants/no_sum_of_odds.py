# verheal: check
# subject: sum_of_odds
# expect: refuted post
# witness: sum_of_odds(0)
def sum_of_odds(n: int) -> int:
    """
    pre: n >= 0
    post: __return__ == n * n
    """
    total, odd, i = 0, 1, 0
    while i <= n:
        total += odd
        odd += 2
        i += 1
    return total
