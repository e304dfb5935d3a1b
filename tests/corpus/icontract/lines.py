"""The lines of an order."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from icontract import ensure, require, snapshot


@dataclass
class Line:
    sku: str
    qty: int
    price: int


@require(lambda lines: all(line.qty >= 0 and line.price >= 0 for line in lines))
@ensure(lambda result: result >= 0)
def order_total(lines: list[Line]) -> int:
    return sum(line.qty * line.price for line in lines)


@ensure(lambda sku, result: result is None or result.sku == sku)
def find_line(lines: list[Line], sku: str) -> Optional[Line]:
    for line in lines:
        if line.sku == sku:
            return line
    return None


@require(lambda lines: all(line.qty >= 0 and line.price >= 0 for line in lines))
@ensure(lambda result: result >= 0)
def line_price(lines: list[Line], sku: str) -> int:
    return find_line(lines, sku).price


@snapshot(lambda lines: [line.qty for line in lines], name="qtys")
@ensure(lambda lines, OLD: all(line.qty == 2 * qty for line, qty in zip(lines, OLD.qtys)))
def double_quantities(lines: list[Line]) -> None:
    for line in lines:
        line.qty *= 2
