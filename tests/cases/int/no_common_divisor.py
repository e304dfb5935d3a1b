# verheal: check
# subject: common
# expect: refuted assert | raises
# witness: common(0, 0)
import math


def common(a: int, b: int) -> int:
    assert a >= 0 and b >= 0
    x, y = a, b
    while y:
        x, y = y, x % y
    assert x == math.gcd(a, b)
    assert x != 0 and a % x == b % x == 0
    return x
