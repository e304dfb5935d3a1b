# verheal: check
# subject: is_prime
# expect: proved
def is_prime(n: int) -> bool:
    """
    pre: n >= 0
    post: __return__ == (n >= 2 and all(n % d != 0 for d in range(2, n)))
    """
    if n < 2:
        return False
    for d in range(2, n):
        if n % d == 0:
            return False
    return True
