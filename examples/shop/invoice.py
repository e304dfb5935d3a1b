"""Invoices. Contracts: icontract on the class, plain asserts in the functions."""

from __future__ import annotations

from dataclasses import dataclass

import icontract

from .money import percent


@icontract.invariant(lambda self: self.paid >= 0)
@icontract.invariant(lambda self: self.total >= 0)
@dataclass
class Invoice:
    """What is owed and what was paid, in cents."""

    total: int
    paid: int = 0

    @icontract.ensure(lambda self, result: result == self.total - self.paid)
    def due(self) -> int:
        return self.total - self.paid

    @icontract.require(lambda amount: amount > 0)
    @icontract.snapshot(lambda self: self.paid, name="paid")
    @icontract.ensure(lambda self, amount, OLD: self.paid == OLD.paid + amount)
    def pay(self, amount: int) -> None:
        self.paid += amount

    def is_settled(self) -> bool:
        return self.paid >= self.total

    @icontract.require(lambda amount: amount >= 0)
    def credit(self, amount: int) -> None:
        """Reduce what is owed, after a complaint."""
        self.total -= amount


def early_payment(total: int, days: int) -> int:
    """Two percent off within ten days."""
    assert total >= 0
    assert days >= 0
    due = total - percent(total, 2) if days <= 10 else total
    assert 0 <= due <= total
    return due


def instalments(total: int, months: int) -> tuple[int, int]:
    """First and every further instalment; the first takes the remainder."""
    assert total >= 0
    assert months > 0
    each = total // months
    first = total - each * (months - 1)
    assert first >= each
    assert first + each * (months - 1) == total
    return first, each


def reminder_fee(days_late: int) -> int:
    """Nothing in the first two weeks, then five a week, at most forty."""
    assert days_late >= 0
    weeks = max(0, days_late // 7 - 1)
    fee = min(weeks * 500, 4_000)
    assert 0 <= fee <= 4_000
    return fee
