"""Amounts are integers in cents; negative amounts are refunds. Contracts: plain asserts."""

from __future__ import annotations


def from_parts(whole: int, cents: int) -> int:
    """Cents of `whole` units and `cents`."""
    assert whole >= 0
    assert 0 <= cents < 100
    total = whole * 100 + cents
    assert total // 100 == whole
    return total


def split(amount: int) -> tuple[int, int]:
    """Whole units and cents of an amount, both without the sign: 12.34 gives (12, 34)."""
    whole = abs(amount) // 100
    cents = amount % 100
    assert whole * 100 + cents == abs(amount)
    return whole, cents


def clamp(amount: int, low: int, high: int) -> int:
    """The amount, moved into low..high."""
    assert low <= high
    result = min(low, max(amount, high))
    assert low <= result <= high
    assert result == amount or amount < low or amount > high
    return result


def is_refund(amount: int) -> bool:
    return amount < 0


def percent(amount: int, rate: int) -> int:
    """`rate` percent of the amount, rounded down."""
    assert amount >= 0
    assert 0 <= rate <= 100
    share = amount * rate // 100
    assert 0 <= share <= amount
    return share


def round_to_five(amount: int) -> int:
    """Cash has no coins below five cents: round to the nearest five, halves up."""
    rounded = (amount + 2) // 5 * 5
    assert rounded % 5 == 0
    assert -2 <= rounded - amount <= 2
    return rounded
