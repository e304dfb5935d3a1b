"""Objects that keep a promise between their methods."""
from __future__ import annotations

import deal


@deal.inv(lambda obj: 0 <= obj.used <= obj.size)
class Budget:
    used: int = 0
    size: int = 0

    @deal.pre(lambda self, size: size >= 0)
    def __init__(self, size: int) -> None:
        self.size = size
        self.used = 0

    @deal.pre(lambda self, amount: amount >= 0)
    @deal.ensure(lambda self, amount, result: result or self.used + amount > self.size)
    def spend(self, amount: int) -> bool:
        """Spend all of the amount or nothing of it."""
        if self.used + amount > self.size:
            return False
        self.used += amount
        return True

    @deal.pre(lambda self, amount: amount >= 0)
    @deal.ensure(lambda self, amount, result: 0 <= result <= amount)
    def refund(self, amount: int) -> int:
        """Give back what was spent, up to the amount; what could be given back."""
        back = min(amount, self.used)
        self.used -= amount
        return back

    @deal.pre(lambda self, size: size >= 0)
    @deal.ensure(lambda self, size, result: self.size == size)
    def resize(self, size: int) -> None:
        self.used = min(self.used, size)
        self.size = size


@deal.inv(lambda obj: all(count > 0 for count in obj.counts.values()))
class Bag:
    """A multiset of words without zero counts."""

    counts: dict[str, int] = {}

    def __init__(self) -> None:
        self.counts = {}

    @deal.ensure(lambda self, word, result: self.counts[word] >= 1)
    @deal.safe
    def add(self, word: str) -> None:
        self.counts[word] = self.counts.get(word, 0) + 1

    @deal.ensure(lambda self, word, result: result or word not in self.counts)
    @deal.safe
    def remove(self, word: str) -> bool:
        """Take one such word out, if there is one."""
        if word not in self.counts:
            return False
        self.counts[word] -= 1
        return True

    @deal.ensure(lambda self, word, result: word not in self.counts)
    @deal.ensure(lambda self, word, result: result >= 0)
    @deal.safe
    def remove_all(self, word: str) -> int:
        return self.counts.pop(word, 0)

    @deal.ensure(lambda self, words, result: all(word in self.counts for word in words))
    @deal.ensure(lambda self, words, result: result == len(words))
    @deal.safe
    def add_all(self, words: list[str]) -> int:
        added = 0
        for word in words:
            if word not in self.counts:
                self.counts[word] = 0
            self.counts[word] += 1
            added += 1
        return added


@deal.inv(lambda obj: len(obj.samples) <= obj.limit)
class Window:
    """The latest samples, at most `limit` of them."""

    limit: int = 1
    samples: list[int] = []

    @deal.pre(lambda self, limit, samples: limit > 0)
    def __init__(self, limit: int, samples: list[int]) -> None:
        self.limit = limit
        self.samples = samples[-limit:]

    @deal.ensure(lambda self, sample, result: self.samples[-1] == sample)
    @deal.safe
    def record(self, sample: int) -> None:
        if len(self.samples) > self.limit:
            self.samples.pop(0)
        self.samples.append(sample)

    @deal.pre(lambda self: len(self.samples) > 0)
    @deal.ensure(lambda self, result: min(self.samples) <= result <= max(self.samples))
    @deal.safe
    def average(self) -> int:
        return sum(self.samples) // len(self.samples)

    @deal.pre(lambda self, count: count >= 0)
    @deal.ensure(lambda self, count, result: len(result) == min(count, len(self.samples)))
    @deal.safe
    def latest(self, count: int) -> list[int]:
        return self.samples[-count:]
