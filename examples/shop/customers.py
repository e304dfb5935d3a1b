"""Customers and what they are entitled to. Contracts: plain asserts and annotations."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Customer:
    """`level` 0 is new, 3 is the best."""

    number: int
    level: int
    referred_by: int | None = None


def discount_for(customer: Customer | None) -> int:
    """Discount in percent; guests get none."""
    if customer is None:
        return 0
    if customer.level >= 3:
        return 15
    if customer.level > 0:
        return customer.level * 5
    return 0


def greeting_level(customer: Customer | None, default: int) -> int:
    """The level to greet with; guests are greeted with the default."""
    level = customer.level
    if level == 0:
        return default
    return level


def was_referred(customer: Customer) -> bool:
    return customer.referred_by is not None


def referrer_or(customer: Customer, house: int) -> int:
    """The number of who gets the bonus: the referrer, else the house account."""
    referrer = customer.referred_by
    result = house if referrer is None else referrer
    assert result == house or result == customer.referred_by
    return result


def promote(customer: Customer) -> Customer:
    """One level up; the best stay where they are."""
    assert 0 <= customer.level <= 3
    level = min(customer.level + 1, 3)
    assert customer.level <= level <= 3
    return Customer(customer.number, level, customer.referred_by)
