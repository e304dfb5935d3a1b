# verheal: check
# subject: Leaf.is_bare
# expect: refuted raises | safety:ValueError
# witness: Leaf(Mark()).is_bare()
# why: an object whose class has __len__ is as true as that says, which must not be negative
from __future__ import annotations


class Mark:
    size = -3

    def __new__(cls) -> Mark:
        return super().__new__(cls)

    def __len__(self) -> int:
        return self.size


class Leaf:
    def __init__(self, mark: Mark | None) -> None:
        self.mark = mark

    def is_bare(self) -> bool:
        return not self.mark
