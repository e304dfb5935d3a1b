"""Priced goods; postconditions are inherited."""
from __future__ import annotations


class Shape:
    def cost(self) -> int:
        """
        post: __return__ > 0
        """
        return 1


class Sheet(Shape):
    """
    inv: self.width >= 0 and self.height >= 0
    """

    def __init__(self, width: int, height: int) -> None:
        """
        pre: width >= 0 and height >= 0
        """
        self.width: int = width
        self.height: int = height

    def cost(self) -> int:
        return self.width * self.height + 1


class Coupon(Shape):
    def cost(self) -> int:
        return -5


def total_cost(goods: list[Sheet]) -> int:
    """
    post: __return__ >= len(goods)
    """
    total = 0
    for sheet in goods:
        total += sheet.cost()
    return total
