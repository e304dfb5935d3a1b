"""Days off, as day numbers or dates."""
from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple


class Period(NamedTuple):
    first: int
    last: int


def shared_days(a: Period, b: Period) -> int:
    assert a.first <= a.last
    assert b.first <= b.last
    days = min(a.last, b.last) - max(a.first, b.first) + 1
    days = max(days, 0)
    assert 0 <= days <= a.last - a.first + 1
    assert days <= b.last - b.first + 1
    return days


def extend(period: Period, days: int) -> Period:
    assert days > 0
    before = period.last
    period._replace(last=period.last + days)
    assert period.last == before + days
    return period


def return_date(leaving: date, days: int) -> date:
    assert days >= 0
    back = leaving + timedelta(days=days)
    assert back >= leaving
    return back


def next_deadline(deadlines: list[date], fallback: date) -> date:
    chosen, *_ = [*deadlines, fallback]
    assert chosen is fallback or chosen in deadlines
    return chosen
