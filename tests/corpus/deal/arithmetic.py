"""Whole-number arithmetic."""
from __future__ import annotations

import math
from typing import Optional

import deal


@deal.pure
@deal.ensure(lambda a, b, result: (result is None) == (b == 0))
def safe_divide(a: int, b: int) -> Optional[int]:
    if b == 0:
        return None
    return a // b


@deal.pre(lambda n: n >= 0)
@deal.post(lambda result: result >= 0)
def fibonacci(n: int) -> int:
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


@deal.pre(lambda base, exponent: 0 <= exponent <= 64)
@deal.ensure(lambda base, exponent, result: result == base**exponent)
def power(base: int, exponent: int) -> int:
    result = 1
    while exponent > 0:
        if exponent % 2 == 1:
            result *= base
        base *= base
        exponent //= 2
    return result


@deal.pre(lambda n: 0 <= n < 2**60)
@deal.ensure(lambda n, result: result * result <= n < (result + 1) * (result + 1))
def root(n: int) -> int:
    return int(math.sqrt(n))


@deal.pre(lambda n: n >= 0)
@deal.ensure(lambda n, result: result * result <= n < (result + 1) * (result + 1))
def newton_root(n: int) -> int:
    x = n
    y = (x + 1) // 2
    while y < x:
        x = y
        y = (x + n // x) // 2
    return x


ordered = deal.chain(deal.pre(lambda first, last: first <= last), deal.safe)


@ordered
@deal.post(lambda result: result > 0)
def inclusive_count(first: int, last: int) -> int:
    return last - first + 1


@ordered
@deal.post(lambda result: result > 0)
def page_count(first: int, last: int) -> int:
    """Pages of ten that are needed for the items first..last."""
    return (last - first + 9) // 10
