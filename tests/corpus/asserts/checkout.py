"""A basket of prices in cents, and its checkout."""
from __future__ import annotations

import operator
from collections.abc import Iterator
from contextlib import suppress
from functools import reduce


class Basket:
    def __init__(self, prices: list[int]) -> None:
        assert all(price >= 0 for price in prices)
        self.prices: list[int] = list(prices)
        assert len(self.prices) == len(prices)

    def __len__(self) -> int:
        return len(self.prices)

    def __iter__(self) -> Iterator[int]:
        yield from sorted(self.prices)


def cheapest(basket: Basket) -> int:
    price = next(iter(basket))
    assert all(price <= other for other in basket)
    return price


def volume(sides: list[int]) -> int:
    assert all(side > 0 for side in sides)
    result = reduce(operator.mul, sides)
    assert result > 0
    return result


def known_total(prices: dict[str, int], names: list[str]) -> int:
    assert all(price >= 0 for price in prices.values())
    total = 0
    for name in names:
        with suppress(KeyError):
            total += prices[name]
    assert total >= 0
    return total


def count_known(prices: dict[str, int], names: list[str]) -> int:
    found = 0
    with suppress(KeyError):
        for name in names:
            prices[name]
            found += 1
    assert found == sum(1 for name in names if name in prices)
    return found


def total_with_extra(prices: list[int], extra: int) -> int:
    before = list(prices)
    prices.append(extra)
    try:
        total = sum(prices)
    finally:
        prices.remove(extra)
    assert prices == before
    return total
