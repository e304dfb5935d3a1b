"""Billing in whole cents."""
from __future__ import annotations


def split_evenly(total: int, people: int) -> list[int]:
    """Split a bill so that the shares differ by one cent at most."""
    assert people > 0
    assert total >= 0
    share = total // people
    rest = total % people
    result = [share + 1 if i < rest else share for i in range(people)]
    assert sum(result) == total
    assert max(result) - min(result) <= 1
    return result


def late_fee(balance: int, days_late: int) -> int:
    """Five percent within the first month, ten percent after it."""
    assert balance >= 0 and days_late >= 0
    if days_late == 0:
        fee = 0
    elif days_late < 30:
        fee = balance * 5 // 100
    elif days_late > 30:
        fee = balance * 10 // 100
    assert fee <= balance
    return fee


def apply_discount(price: int, percent: int) -> int:
    assert price >= 0
    assert 0 <= percent <= 100
    result = price - price * percent // 100
    assert 0 <= result <= price
    return result


def prorate(amount: int, used_days: int, month_days: int) -> int:
    """The part of a monthly amount that is due for the days used."""
    assert amount >= 0 and used_days >= 0
    assert month_days > 0
    result = amount * used_days // month_days
    assert result <= amount
    return result
