"""A cache that drops its oldest entry, and an undo history."""
from __future__ import annotations


class BoundedCache:
    """
    inv: self.capacity > 0
    inv: len(self.items) <= self.capacity
    """

    def __init__(self, capacity: int) -> None:
        """
        pre: capacity > 0
        """
        self.capacity: int = capacity
        self.items: dict[str, int] = {}

    def put(self, key: str, value: int) -> None:
        """
        post[self]: self.items[key] == value
        """
        if key not in self.items and len(self.items) >= self.capacity:
            oldest = next(iter(self.items))
            del self.items[oldest]
        self.items[key] = value

    def get(self, key: str, default: int) -> int:
        """
        post: __return__ == (self.items[key] if key in self.items else default)
        """
        try:
            return self.items[key]
        except KeyError:
            return default

    def resize(self, capacity: int) -> None:
        """
        pre: capacity > 0
        post[self]: self.capacity == capacity
        """
        self.capacity = capacity


class History:
    def __init__(self) -> None:
        self.entries: list[str] = []

    def push(self, entry: str) -> None:
        """
        post[self]: self.entries == __old__.self.entries + [entry]
        """
        self.entries.append(entry)

    def undo(self) -> str:
        """
        post[self]: len(self.entries) == len(__old__.self.entries) - 1
        """
        return self.entries.pop()
