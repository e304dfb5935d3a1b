# verheal: check
# subject: Pile.take
# expect: proved
# why: what lies in a list of T of the object itself is a T
from __future__ import annotations

from typing import Generic, TypeVar

T = TypeVar("T")


class Pile(Generic[T]):
    def __init__(self) -> None:
        self.pile_items: list[T] = []

    def lay(self, item: T) -> None:
        self.pile_items.append(item)

    def take(self, otherwise: T) -> T:
        before = len(self.pile_items)
        if not self.pile_items:
            return otherwise
        item = self.pile_items.pop()
        assert len(self.pile_items) == before - 1
        return item
