# verheal: check
# subject: digits_counted
# expect: refuted post
# witness: digits_counted(0)
def digits_counted(n: int) -> int:
    """
    pre: n >= 0
    post: 1 <= __return__ <= n + 1
    """
    count = 0
    while n > 0:
        n //= 10
        count += 1
    return count
