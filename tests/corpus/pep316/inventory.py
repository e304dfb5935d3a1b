"""Stock levels by item."""
from __future__ import annotations


def restock(stock: dict[str, int], item: str, count: int) -> None:
    """
    pre: count > 0
    post[stock]: stock[item] == __old__.stock.get(item, 0) + count
    """
    stock[item] = stock.get(item, 0) + count


def take(stock: dict[str, int], item: str, count: int) -> bool:
    """Take items out if there are enough.

    pre: count > 0
    post[stock]: not __return__ or stock[item] >= 0
    """
    if stock[item] < count:
        return False
    stock[item] -= count
    return True


def total_units(stock: dict[str, int]) -> int:
    """
    pre: all(n >= 0 for n in stock.values())
    post: __return__ >= 0
    """
    total = 0
    for item in stock:
        total += stock[item]
    return total


def drop_empty(stock: dict[str, int]) -> None:
    """
    post[stock]: all(n != 0 for n in stock.values())
    """
    for item, count in stock.items():
        if count == 0:
            del stock[item]


def to_reorder(stock: dict[str, int], minimum: int) -> list[str]:
    """
    post: all(stock[item] < minimum for item in __return__)
    post: len(__return__) <= len(stock)
    """
    return [item for item, count in stock.items() if count < minimum]
