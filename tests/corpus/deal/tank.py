"""A tank that never overflows."""
from __future__ import annotations

import deal


@deal.inv(lambda obj: 0 <= obj.level <= obj.capacity)
class Tank:
    capacity: int = 0
    level: int = 0

    @deal.pre(lambda self, capacity: capacity >= 0)
    def __init__(self, capacity: int) -> None:
        self.capacity = capacity
        self.level = 0

    @deal.pre(lambda self, amount: amount >= 0)
    def fill(self, amount: int) -> None:
        self.level = min(self.level + amount, self.capacity)

    @deal.pre(lambda self, amount: amount >= 0)
    def drain(self, amount: int) -> None:
        self.level -= amount

    @deal.pre(lambda self, amount: amount >= 0)
    @deal.ensure(lambda self, amount, result: 0 <= result <= amount)
    def take(self, amount: int) -> int:
        taken = amount if amount <= self.level else self.level
        self.level -= taken
        return taken
