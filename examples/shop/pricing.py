"""Discounts and taxes. Contracts: PEP 316 docstrings."""

from __future__ import annotations


def discounted(price: int, discount: int) -> int:
    """The price after a discount in percent.

    pre: price >= 0
    pre: 0 <= discount <= 100
    post: 0 <= __return__ <= price
    """
    return price - price * discount // 100


def with_tax(net: int, rate: int) -> int:
    """Gross price, tax rounded half up.

    pre: net >= 0
    pre: rate >= 0
    post: __return__ >= net
    """
    return net + (net * rate + 50) // 100


def best_price(regular: int, special: int | None) -> int:
    """The special price when there is one and it is lower.

    post: __return__ <= regular
    post: special is None or __return__ <= special
    """
    if special is None or special > regular:
        return regular
    return special


def bulk_rate(quantity: int) -> int:
    """Discount in percent for a quantity.

    pre: quantity > 0
    post: 0 <= __return__ <= 20
    post: quantity < 10 or __return__ >= 5
    """
    if quantity >= 100:
        return 20
    if quantity >= 50:
        return 10
    if quantity >= 10:
        return 5
    return 0


def price_per_unit(total: int, quantity: int) -> int:
    """What one unit costs, rounded up so that nothing is lost.

    pre: total >= 0
    pre: quantity > 0
    post: __return__ * quantity >= total
    post: (__return__ - 1) * quantity < total or total == 0
    """
    return -(-total // quantity)


def margin(price: int, cost: int) -> int:
    """The margin in percent of the price.

    pre: price > 0
    pre: 0 <= cost <= price
    post: 0 <= __return__ <= 100
    """
    return (price - cost) * 100 // price
