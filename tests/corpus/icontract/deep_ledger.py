"""A ledger that knows its total, a counter that saturates, and a cache."""
from __future__ import annotations

from typing import Optional

from icontract import ensure, invariant, require, snapshot


@invariant(lambda self: all(balance >= 0 for balance in self.balances.values()))
@invariant(lambda self: self.total == sum(self.balances.values()))
class Ledger:
    @require(lambda balances: all(balance >= 0 for balance in balances.values()))
    @ensure(lambda self, balances: self.balances == balances)
    def __init__(self, balances: dict[str, int]) -> None:
        self.balances: dict[str, int] = dict(balances)
        self.total: int = 0
        for balance in balances.values():
            self.total += balance

    @ensure(lambda self, name: self.balances[name] == 0)
    def open(self, name: str) -> None:
        """Open an account with nothing on it."""
        self.balances[name] = 0

    @require(lambda amount: amount > 0)
    @snapshot(lambda self: dict(self.balances), name="old")
    @ensure(lambda self, name, amount, OLD: self.balances == {**OLD.old, name: OLD.old.get(name, 0) + amount})
    def deposit(self, name: str, amount: int) -> None:
        """Pay in; an unknown account is opened."""
        self.balances[name] = self.balances.get(name, 0) + amount
        self.total += amount

    @require(lambda self, source, target: source in self.balances and target in self.balances)
    @require(lambda self, source, amount: 0 < amount <= self.balances[source])
    @snapshot(lambda self: self.total, name="total")
    @ensure(lambda self, OLD: self.total == OLD.total)
    def transfer(self, source: str, target: str, amount: int) -> None:
        left = self.balances[source] - amount
        right = self.balances[target] + amount
        self.balances[source] = left
        self.balances[target] = right

    @snapshot(lambda self: self.total, name="total")
    @ensure(lambda self, result, OLD: self.total + result == OLD.total)
    @ensure(lambda self, name, result: result >= 0 and name not in self.balances)
    def close(self, name: str) -> int:
        """Pay out what is left; an unknown account has nothing."""
        rest = self.balances.pop(name, 0)
        self.total -= rest
        return rest


@invariant(lambda self: 0 <= self.value <= self.limit)
@invariant(lambda self: self.lost >= 0)
class Saturating:
    @require(lambda limit: limit >= 0)
    def __init__(self, limit: int) -> None:
        self.limit: int = limit
        self.value: int = 0
        self.lost: int = 0

    @require(lambda amount: amount >= 0)
    @snapshot(lambda self: self.value + self.lost, name="seen")
    @ensure(lambda self, amount, OLD: self.value + self.lost == OLD.seen + amount)
    def add(self, amount: int) -> None:
        room = self.limit - self.value
        self.value += min(amount, room)
        self.lost += max(0, amount - room)

    @require(lambda limit: limit >= 0)
    @snapshot(lambda self: self.value + self.lost, name="seen")
    @ensure(lambda self, limit: self.limit == limit)
    @ensure(lambda self, OLD: self.value + self.lost == OLD.seen)
    def set_limit(self, limit: int) -> None:
        self.lost += self.value - limit
        self.limit = limit
        self.value = min(self.value, limit)


@invariant(lambda self: 0 < self.capacity and len(self.order) <= self.capacity)
@invariant(lambda self: len(self.order) == len(self.values))
@invariant(lambda self: all(key in self.values for key in self.order))
@invariant(lambda self: len(set(self.order)) == len(self.order))
class RecentCache:
    """Forgets the key that was not used for longest; `order` ends with the latest."""

    @require(lambda capacity: capacity > 0)
    def __init__(self, capacity: int) -> None:
        self.capacity: int = capacity
        self.order: list[str] = []
        self.values: dict[str, int] = {}

    @snapshot(lambda self: dict(self.values), name="values")
    @ensure(lambda self, OLD: self.values == OLD.values)
    @ensure(lambda self, key, result: result == self.values.get(key))
    @ensure(lambda self, key, result: result is None or self.order[-1] == key)
    def get(self, key: str) -> Optional[int]:
        if key not in self.values:
            return None
        self.order.remove(key)
        self.order.append(key)
        return self.values[key]

    @snapshot(lambda self: set(self.values), name="keys")
    @ensure(lambda self, key, value: self.values[key] == value and self.order[-1] == key)
    @ensure(lambda self, key, OLD: key not in OLD.keys or set(self.values) == OLD.keys)
    def put(self, key: str, value: int) -> None:
        if len(self.order) == self.capacity:
            oldest = self.order.pop(0)
            del self.values[oldest]
        if key in self.values:
            self.order.remove(key)
        self.order.append(key)
        self.values[key] = value
