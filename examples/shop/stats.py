"""Figures for the monthly report. Contracts: PEP 316 docstrings."""

from __future__ import annotations


def total(amounts: list[int]) -> int:
    """The sum.

    post: __return__ == sum(amounts)
    """
    result = 0
    for amount in amounts:
        result += amount
    return result


def mean(amounts: list[int]) -> int:
    """The mean, rounded down."""
    return sum(amounts) // len(amounts)


def mean_or(amounts: list[int], default: int) -> int:
    """The mean, rounded down, or the default when there is nothing."""
    if not amounts:
        return default
    return sum(amounts) // len(amounts)


def largest(amounts: list[int]) -> int:
    """The largest amount.

    pre: len(amounts) > 0
    post: all(amount <= __return__ for amount in amounts)
    post: __return__ in amounts
    """
    best = 0
    for amount in amounts:
        if amount > best:
            best = amount
    return best


def spread(low: int, high: int) -> int:
    """The distance of two figures, whichever is larger.

    post: __return__ >= 0
    post: __return__ == high - low or __return__ == low - high
    """
    return abs(high - low)


def growth(before: int, after: int) -> int:
    """Growth in percent, rounded down.

    pre: before > 0
    post: (__return__ >= 0) == (after >= before)
    """
    return (after - before) * 100 // before


def count_large(amounts: list[int], limit: int) -> int:
    """How many amounts are above the limit.

    post: 0 <= __return__ <= len(amounts)
    """
    count = 0
    for amount in amounts:
        if amount > limit:
            count += 1
    return count
