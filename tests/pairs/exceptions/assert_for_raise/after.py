import math


def checked_root(value: int) -> int:
    assert value >= 0, "negative"
    return math.isqrt(value)
