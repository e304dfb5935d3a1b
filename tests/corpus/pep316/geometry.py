"""Points and boxes."""
from __future__ import annotations

import math


def manhattan(a: tuple[int, int], b: tuple[int, int]) -> int:
    """
    post: __return__ >= 0
    post: (__return__ == 0) == (a == b)
    """
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def area(left: int, top: int, right: int, bottom: int) -> int:
    """
    pre: left <= right
    post: __return__ >= 0
    """
    return (right - left) * (bottom - top)


def unit(x: float, y: float) -> tuple[float, float]:
    """
    pre: math.isfinite(x) and math.isfinite(y)
    post: len(__return__) == 2
    """
    length = math.sqrt(x * x + y * y)
    return (x / length, y / length)


def inside(x: int, y: int, box: tuple[int, int, int, int]) -> bool:
    """
    post: __return__ == (box[0] <= x <= box[2] and box[1] <= y <= box[3])
    """
    left, top, right, bottom = box
    if x < left or x > right:
        return False
    return not (y < top or y > bottom)


def midpoint(a: int, b: int) -> int:
    """
    pre: a <= b
    post: a <= __return__ <= b
    """
    return a + (b - a) // 2


def halfway(a: int, b: int) -> int:
    """
    pre: 0 <= a <= b <= 2 ** 60
    post: a <= __return__ <= b
    """
    return int((a + b) / 2)
