"""Whole numbers."""
from __future__ import annotations

from icontract import ensure, require


@require(lambda a, b: a >= 0 and b >= 0 and a + b > 0)
@ensure(lambda result: result > 0)
@ensure(lambda a, b, result: a % result == 0 and b % result == 0)
def gcd(a: int, b: int) -> int:
    while b:
        a, b = b, a % b
    return a


@require(lambda n: n >= 0)
@ensure(lambda n, result: 0 <= result <= n)
def digit_sum(n: int) -> int:
    total = 0
    while n > 0:
        total += n % 10
        n //= 10
    return total


@require(lambda b: b > 0)
@ensure(lambda a, b, result: (result - 1) * b < a <= result * b)
def ceil_div(a: int, b: int) -> int:
    return -(-a // b)


@require(lambda k: k != 0)
@ensure(lambda k, result: 0 <= result < abs(k))
def bucket(n: int, k: int) -> int:
    return n % k


@require(lambda month: 1 <= month <= 12)
@ensure(lambda result: 28 <= result <= 31)
@ensure(lambda month, result: result >= 30 or month == 2)
def days_in_month(month: int, leap: bool) -> int:
    if month == 2:
        return 28 + leap
    return [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]


@require(lambda year: year > 0)
@ensure(lambda year, result: not result or year % 4 == 0)
@ensure(lambda year, result: result or year % 4 != 0 or year % 100 == 0)
@ensure(lambda year, result: year % 400 != 0 or result)
def is_leap(year: int) -> bool:
    return year % 4 == 0 and year % 100 != 0


@require(lambda lo, hi: lo < hi)
@ensure(lambda lo, hi, result: lo <= result < hi)
def wrap(angle: int, lo: int, hi: int) -> int:
    span = hi - lo
    while angle > hi:
        angle -= span
    while angle < lo:
        angle += span
    return angle
