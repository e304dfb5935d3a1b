"""Orders and their states. Contracts: deal."""

from __future__ import annotations

import deal

NEW, PAID, SENT, CANCELLED = 0, 1, 2, 3


@deal.pre(lambda state: 0 <= state <= 3)
@deal.post(lambda result: 0 <= result <= 3)
@deal.raises(ValueError)
def advance(state: int) -> int:
    """The next state of an order. Raises ValueError when there is none."""
    if state == NEW:
        return PAID
    if state == PAID:
        return SENT
    raise ValueError("nothing comes after this state")


@deal.pre(lambda state: 0 <= state <= 3)
@deal.ensure(lambda state, result: result == (state == 0 or state == 1))
@deal.pure
def can_cancel(state: int) -> bool:
    return state < SENT


@deal.pre(lambda prices, sku: sku >= 0)
@deal.raises(ValueError)
def unit_price(prices: dict[int, int], sku: int) -> int:
    """The price of an article. Raises ValueError when it costs nothing."""
    price = prices[sku]
    if price <= 0:
        raise ValueError("no price")
    return price


@deal.safe
def price_or_zero(prices: dict[int, int], sku: int) -> int:
    if sku in prices:
        return prices[sku]
    return 0


@deal.pre(lambda quantity, price: quantity > 0 and price >= 0)
@deal.ensure(lambda quantity, price, result: result >= price)
def line_total(quantity: int, price: int) -> int:
    return quantity * price


@deal.pre(lambda lines: all(line >= 0 for line in lines))
@deal.post(lambda result: result >= 0)
def order_total(lines: list[int]) -> int:
    total = 0
    for line in lines:
        total += line
    return total
