"""Meanings of the number-theoretic operators on concrete ints; huge results are not computed."""
from __future__ import annotations

import math

from verheal.contracts.core.values import NotExecutable

MOST_BITS = 1 << 16


def power(b: int, n: int) -> int:
    """b ** n for n >= 0, 0 for n < 0. Raises NotExecutable where the result has too many bits."""
    if n < 0:
        return 0
    if abs(b) > 1 and n * abs(b).bit_length() > MOST_BITS:
        raise NotExecutable("a power that is too large")
    return int(b**n) if abs(b) > 1 or n < 2 else b * b if n % 2 == 0 else b


def power_below(b: int, n: int) -> float:
    """b ** n as a float for n < 0, as CPython computes it; 0.0 where it raises, and for n >= 0."""
    try:
        return float(b**n) if n < 0 else 0.0
    except (OverflowError, ZeroDivisionError):
        return 0.0


def root(n: int) -> int:
    """The greatest r >= 0 with r * r <= n; 0 for n < 0."""
    return math.isqrt(n) if n >= 0 else 0


def factorial(n: int) -> int:
    """1 * 2 * ... * n; 1 for n <= 0. Raises NotExecutable where the result has too many bits."""
    if n > MOST_BITS // 16:
        raise NotExecutable("a factorial that is too large")
    return math.factorial(max(n, 0))


def choices(n: int, k: int) -> int:
    """Ways to choose k of n; 0 where k > n or one is negative. Raises NotExecutable where that is too large."""
    if n < 0 or k < 0:
        return 0
    if k <= n and min(k, n - k) * n.bit_length() > MOST_BITS:
        raise NotExecutable("a binomial coefficient that is too large")
    return math.comb(n, k)
