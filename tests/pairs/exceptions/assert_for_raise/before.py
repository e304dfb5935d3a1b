import math


def checked_root(value: int) -> int:
    if value < 0:
        raise ValueError("negative")
    return math.isqrt(value)
