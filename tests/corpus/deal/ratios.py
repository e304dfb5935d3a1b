"""Shares and taxes."""
from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import deal


@deal.pre(lambda part, whole: 0 <= part <= whole and whole > 0)
@deal.post(lambda result: 0 <= result <= 1)
def share(part: int, whole: int) -> Fraction:
    return Fraction(part, whole)


@deal.pre(lambda net, percent: net.is_finite() and net >= 0 and 0 <= percent <= 100)
@deal.ensure(lambda net, percent, result: result >= net)
def with_tax(net: Decimal, percent: int) -> Decimal:
    tax = net * percent / 100
    return net + tax.quantize(Decimal("0.01"))


@deal.pre(lambda votes, total: total > 0 and 0 <= votes <= total)
@deal.ensure(lambda votes, total, result: result == (votes > total - votes))
def has_majority(votes: int, total: int) -> bool:
    return votes / total > 0.5
