"""A ring buffer of fixed size."""
from __future__ import annotations

from icontract import ensure, invariant, require


@invariant(lambda self: len(self.data) == self.size)
@invariant(lambda self: 0 <= self.head < self.size)
class Ring:
    @require(lambda size: 0 < size <= 1000)
    def __init__(self, size: int) -> None:
        self.size: int = size
        self.data: list[int] = [0] * size
        self.head: int = 0

    @ensure(lambda self, value: value in self.data)
    def push(self, value: int) -> None:
        self.data[self.head] = value
        self.head = (self.head + 1) % self.size

    def last(self) -> int:
        return self.data[self.head - 1]

    @require(lambda self, age: 0 <= age <= self.size)
    def back(self, age: int) -> int:
        """The value that was pushed `age` steps before the last one."""
        return self.data[self.head - 1 - age]
