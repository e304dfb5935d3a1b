"""Functions that take or give functions."""
from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import deal

T = TypeVar("T")


@deal.ensure(lambda items, test, result: result is None or any(result is item for item in items))
def first_match(items: tuple[T, ...], test: Callable[[T], bool]) -> T | None:
    for item in items:
        if test(item):
            return item
    return None


@deal.pre(lambda action, attempts: attempts >= 0)
def retry(action: Callable[[], int], attempts: int) -> int:
    for _ in range(attempts):
        try:
            value = action()
            break
        except ValueError:
            value = -1
    return value


@deal.pre(lambda low, high: low <= high)
@deal.ensure(lambda low, high, result: low <= result(low - 1) <= high and result(high) == high)
def limiter(low: int, high: int) -> Callable[[int], int]:
    def limit(value: int) -> int:
        return max(low, min(value, high))

    return limit
