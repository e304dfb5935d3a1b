# verheal: check
# subject: product
# expect: proved
import math


def product(n: int) -> int:
    assert n >= 0 and n < 100
    result = 1
    for factor in range(1, n + 1):
        result *= factor
    assert result == math.factorial(n)
    return result
