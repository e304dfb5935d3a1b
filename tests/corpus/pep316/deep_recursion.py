"""Recursive functions."""
from __future__ import annotations

import math


def hanoi(discs: int, source: str, target: str, spare: str) -> list[tuple[str, str]]:
    """
    pre: 0 <= discs <= 8
    post: len(__return__) == 2 ** discs - 1
    post: discs == 0 or __return__[len(__return__) // 2] == (source, target)
    """
    if discs == 0:
        return []
    first = hanoi(discs - 1, source, spare, target)
    last = hanoi(discs - 1, spare, target, source)
    return first + [(source, target)] + last


def list_sum(xs: list[int]) -> int:
    """
    post: __return__ == sum(xs)
    """
    if not xs:
        return 0
    return xs[0] + list_sum(xs[1:])


def fast_power(base: int, exponent: int) -> int:
    """
    pre: exponent >= 0
    post: __return__ == base ** exponent
    """
    if exponent == 0:
        return 1
    half = fast_power(base, exponent // 2)
    return half * half * base if exponent % 2 else half * half


def common_divisor(a: int, b: int) -> int:
    """
    pre: 0 < a < 10 ** 12 and 0 <= b < 10 ** 12
    post: __return__ > 0 and a % __return__ == 0 and b % __return__ == 0
    post: __return__ == math.gcd(a, b)
    """
    return a if b == 0 else common_divisor(b, a % b)


def search(xs: list[int], target: int, lo: int, hi: int) -> bool:
    """Whether xs[lo:hi] has the target.

    pre: 0 <= lo <= hi <= len(xs)
    pre: all(xs[i] <= xs[i + 1] for i in range(len(xs) - 1))
    post: __return__ == (target in xs[lo:hi])
    """
    if lo == hi:
        return False
    mid = (lo + hi) // 2
    if xs[mid] == target:
        return True
    if xs[mid] < target:
        return search(xs, target, mid, hi)
    return search(xs, target, lo, mid)


def subsets(items: list[int]) -> list[list[int]]:
    """
    pre: len(items) <= 6
    post: len(__return__) == 2 ** len(items)
    post: all(x in items for subset in __return__ for x in subset)
    post: [] in __return__ and items in __return__
    """
    if not items:
        return [[]]
    rest = subsets(items[1:])
    return rest + [[items[0]] + subset for subset in rest]


def fibonacci_pair(n: int) -> tuple[int, int]:
    """
    pre: n >= 0
    post: 0 <= __return__[0] <= __return__[1]
    post: abs(_[1] * _[1] - _[0] * _[1] - _[0] * _[0]) == 1
    """
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a, b
