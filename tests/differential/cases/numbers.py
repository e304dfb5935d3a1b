"""Number-theoretic functions, powers, shifts and bits."""

from __future__ import annotations

import math


def powers(a: int, b: int) -> int | float:
    return a**b


def shared(a: int, b: int) -> tuple[int, int, int, int]:
    return math.gcd(a, b), math.gcd(a), math.gcd(), math.gcd(a, b, 12)


def root(a: int) -> int:
    return math.isqrt(a)


def product_up_to(a: int) -> int:
    return math.factorial(a)


def ways(a: int, b: int) -> int:
    return math.comb(a, b)


def shifted(a: int, b: int) -> tuple[int, int]:
    return a << b, a >> b


def bits(a: int, b: int) -> tuple[int, int, int, int, int]:
    return a & b, a | b, a ^ b, a & 0x6E, a | ~0x31


CALLS = {
    "powers": [(2, 10), (-3, 3), (0, 0), (0, -1), (2, -2), (-2, -3), (7, 1)],
    "shared": [(12, 18), (0, 0), (-4, 6), (0, -5), (7, 7)],
    "root": [(0,), (15,), (16,), (-1,), (10**40,)],
    "product_up_to": [(0,), (5,), (-1,), (2**70,)],
    "ways": [(5, 2), (5, 0), (5, 6), (-1, 2), (2, -1), (0, 0)],
    "shifted": [(3, 4), (-5, 1), (1, -1), (0, 70), (9, 0)],
    "bits": [(12, 10), (-1, 5), (-4, -6), (0, 3), (255, -256)],
}
