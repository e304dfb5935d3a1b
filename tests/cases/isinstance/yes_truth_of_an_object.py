# verheal: check
# subject: Leaf.is_bare
# expect: proved
# why: an object whose class has neither __bool__ nor __len__ is true
from __future__ import annotations


class Mark:
    size = 3

    def __new__(cls) -> Mark:
        return super().__new__(cls)


class Leaf:
    def __init__(self, mark: Mark | None) -> None:
        self.mark = mark

    def is_bare(self) -> bool:
        return not self.mark
