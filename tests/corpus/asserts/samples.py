"""Series of amounts and samples."""
from __future__ import annotations

from collections.abc import Iterator


def running_balances(amounts: list[int], opening: int = 0) -> list[int]:
    balance = opening

    def book(amount: int) -> int:
        nonlocal balance
        balance += amount
        return balance

    history = [book(amount) for amount in amounts]
    assert len(history) == len(amounts)
    assert balance == opening + sum(amounts)
    return history


def price_steps(price: int, levels: int) -> list[int]:
    """The price at each discount level; level 0 is the full price."""
    assert price > 0
    assert 1 <= levels <= 10
    rules = [lambda p: p - p * level // 20 for level in range(levels)]
    prices = [rule(price) for rule in rules]
    assert prices[0] == price
    return prices


def countdown(start: int) -> Iterator[int]:
    assert start >= 0
    left = start
    while left > 0:
        yield left
        left -= 1
    assert left == 0


def batches(samples: list[int], size: int) -> list[list[int]]:
    assert size > 0

    def grouped() -> Iterator[list[int]]:
        group: list[int] = []
        for sample in samples:
            group.append(sample)
            if len(group) == size:
                yield group
                group = []

    result = list(grouped())
    assert all(0 < len(group) <= size for group in result)
    assert sum(len(group) for group in result) == len(samples)
    return result
