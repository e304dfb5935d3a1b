# verheal: check
# subject: Holder.swap
# expect: refuted assert
# witness: Holder("a").swap("b")
# why: the old value is put back
from __future__ import annotations

from typing import Generic, TypeVar

T = TypeVar("T")


class Holder(Generic[T]):
    def __init__(self, held: T) -> None:
        self.held = held
        self.swaps = 0

    def swap(self, new: T) -> T:
        old = self.held
        self.held = old
        self.swaps += 1
        assert self.held is new
        return old
