# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError
# witness: f(0)
def f(n: int) -> int:
    import math

    return math.gcd(12, n) // n
