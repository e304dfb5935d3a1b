# verheal: check
# subject: Pile.take
# expect: refuted safety:IndexError | raises
# witness: Pile().take(0)
# why: pop of an empty list
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
        if before < 0:
            return otherwise
        item = self.pile_items.pop()
        assert len(self.pile_items) == before - 1
        return item
