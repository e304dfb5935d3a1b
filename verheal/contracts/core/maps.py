"""Concrete total maps for the interpreter: finitely many entries over a default, or a function."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class FiniteMap:
    """A map that differs from `default` at the keys of `entries` only."""

    default: object
    entries: Mapping[object, object] = field(default_factory=dict)

    def __getitem__(self, key: object) -> object:
        return self.entries.get(key, self.default)

    def store(self, key: object, value: object) -> FiniteMap:
        """A new map with one entry changed."""
        return FiniteMap(self.default, {**self.entries, key: value})

    @staticmethod
    def of_list(values: list[object], default: object = None) -> FiniteMap:
        """The row of a list: index to element."""
        return FiniteMap(default, dict(enumerate(values)))


@dataclass(frozen=True)
class PointwiseMap:
    """A map given by its rule; stores are kept beside it."""

    rule: Callable[[object], object]
    entries: Mapping[object, object] = field(default_factory=dict)

    def __getitem__(self, key: object) -> object:
        return self.entries[key] if key in self.entries else self.rule(key)

    def store(self, key: object, value: object) -> PointwiseMap:
        """A new map with one entry changed."""
        return PointwiseMap(self.rule, {**self.entries, key: value})


def members(row: FiniteMap) -> frozenset[object]:
    """The keys that a finite membership map takes to True."""
    return frozenset(key for key, present in row.entries.items() if present)


def _membership(keys: frozenset[object]) -> FiniteMap:
    return FiniteMap(False, dict.fromkeys(keys, True))


def card(row: FiniteMap) -> int:
    """Number of members."""
    return len(members(row))


def union(left: FiniteMap, right: FiniteMap) -> FiniteMap:
    """Members of either."""
    return _membership(members(left) | members(right))


def intersection(left: FiniteMap, right: FiniteMap) -> FiniteMap:
    """Members of both."""
    return _membership(members(left) & members(right))


def difference(left: FiniteMap, right: FiniteMap) -> FiniteMap:
    """Members of the first that are not of the second."""
    return _membership(members(left) - members(right))
