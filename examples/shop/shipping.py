"""Parcels and their cost. Contracts: plain asserts."""

from __future__ import annotations


def parcels(items: int, per_parcel: int) -> int:
    """How many parcels are needed."""
    assert items >= 0
    assert per_parcel > 0
    needed = items // per_parcel + 1
    assert needed * per_parcel >= items
    assert (needed - 1) * per_parcel < items or items == 0
    return needed


def weight_class(grams: int) -> int:
    """0 letter, 1 packet, 2 parcel, 3 freight."""
    assert grams > 0
    if grams <= 500:
        return 0
    if grams <= 2_000:
        return 1
    if grams <= 30_000:
        return 2
    return 3


def postage(grams: int, express: bool) -> int:
    """Cost in cents; express is half as much again."""
    assert grams > 0
    base = 390 + weight_class(grams) * 260
    cost = base + base // 2 if express else base
    assert cost >= 390
    return cost


def free_from(total: int, threshold: int | None) -> bool:
    """Whether shipping is free; without a threshold it never is."""
    return threshold is not None and total >= threshold


def delivery_day(today: int, days: int) -> int:
    """Day of the week, Monday is 0; parcels that would come on Sunday come on Monday."""
    assert 0 <= today < 7
    assert days >= 0
    day = (today + days) % 7
    if day == 6:
        day = 0
    assert 0 <= day < 6
    return day
