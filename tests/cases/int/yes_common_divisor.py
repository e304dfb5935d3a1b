# verheal: check
# subject: common
# expect: proved
import math


def common(a: int, b: int) -> int:
    assert a >= 0 and b >= 0
    x, y = a, b
    while y:
        x, y = y, x % y
    assert x == math.gcd(a, b)
    assert x == 0 or a % x == b % x == 0
    return x
