# verheal: check
# subject: digits_counted
# expect: proved
def digits_counted(n: int) -> int:
    """
    pre: n >= 0
    post: 1 <= __return__ <= n + 1
    """
    count = 1
    while n >= 10:
        n //= 10
        count += 1
    return count
