"""A pool of connections."""
from __future__ import annotations

from icontract import ensure, invariant, require, snapshot


@invariant(lambda self: 0 <= self.used <= self.limit)
class Pool:
    @require(lambda limit: limit > 0)
    def __init__(self, limit: int) -> None:
        self.limit: int = limit
        self.used: int = 0

    @classmethod
    @ensure(lambda result: result.limit == 1)
    def single(cls) -> Pool:
        return cls(1)

    @property
    @ensure(lambda self, result: 0 <= result <= self.limit)
    def free(self) -> int:
        return self.limit - self.used

    @require(lambda self: self.used < self.limit)
    @ensure(lambda result: result > 0)
    def __enter__(self) -> int:
        self.used += 1
        return self.used

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        self.used -= 1

    @require(lambda self, other: self.used + other.used <= self.limit)
    @snapshot(lambda self, other: self.used + other.used, name="total")
    @ensure(lambda self, OLD: self.used == OLD.total)
    def take_over(self, other: Pool) -> None:
        """Move the connections of another pool into this one."""
        self.used += other.used
        other.used = 0
