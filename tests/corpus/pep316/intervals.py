"""Closed integer intervals (low, high)."""
from __future__ import annotations

from typing import Optional


def length(x: tuple[int, int]) -> int:
    """
    pre: x[0] <= x[1]
    post: __return__ >= 1
    """
    return x[1] - x[0] + 1


def intersect(a: tuple[int, int], b: tuple[int, int]) -> Optional[tuple[int, int]]:
    """
    pre: a[0] <= a[1] and b[0] <= b[1]
    post: __return__ is None or a[0] <= __return__[0] <= __return__[1] <= a[1]
    post: __return__ is not None or a[1] < b[0] or b[1] < a[0]
    """
    low = max(a[0], b[0])
    high = min(a[1], b[1])
    return (low, high) if low <= high else None


def shared(a: tuple[int, int], b: tuple[int, int]) -> int:
    """
    pre: a[0] <= a[1] and b[0] <= b[1]
    post: __return__ >= 0
    """
    common = intersect(a, b)
    return common[1] - common[0] + 1


def gap(a: tuple[int, int], b: tuple[int, int]) -> int:
    """How many integers lie between two intervals, the first of which starts first.

    pre: a[0] <= a[1] and b[0] <= b[1] and a[0] <= b[0]
    post: __return__ >= 0
    """
    return length((a[1] + 1, b[0] - 1))
