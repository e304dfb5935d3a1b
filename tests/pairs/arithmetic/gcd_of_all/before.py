import math


def gcd_all(values: list[int]) -> int:
    return math.gcd(*values)
