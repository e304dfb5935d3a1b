"""Lists, sets, dicts and objects: contents, order, sharing, and what fails."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Base:
    x: int
    items: list[int] = field(default_factory=list)

    def value(self) -> int:
        return self.x


@dataclass
class Derived(Base):
    y: int = 3

    def value(self) -> int:
        return self.x + self.y


def made(a: int) -> tuple[int, int, bool]:
    one, two = Base(a), Derived(a)
    one.items.append(a)
    one.x += 10
    return one.value() + len(two.items), two.value(), isinstance(one, Derived)


def seen(one: Base) -> int:
    return one.value()


def upcast(a: int) -> Base:
    kept: Base = Derived(a)
    return kept


def aliased(xs: list[int]) -> list[int]:
    ys = xs
    zs = xs[:]
    ys += [1]
    zs.append(2)
    zs[0] = 5
    return xs


def fresh(a: int) -> tuple[list[int], list[int]]:
    xs: list[int] = []
    ys: list[int] = []
    xs.append(a)
    return xs, ys


def indexed(xs: list[int], i: int) -> int:
    xs[i] += 1
    return xs[i]


def sliced(xs: list[int], low: int, high: int) -> list[int]:
    return xs[low:high]


def reduced(xs: list[int]) -> tuple[int, int, list[int]]:
    return sum(xs), xs.count(2), sorted(xs)


def extremes(xs: list[int]) -> tuple[int, int]:
    return min(xs), max(xs)


def kept(xs: list[int], least: int) -> list[int]:
    return [x * 2 for x in xs if x > least]


def joined(xs: list[int], ys: list[int]) -> list[int]:
    return xs + ys * 2


def repeated(xs: list[int], times: int) -> list[int]:
    return xs * times


def unpacked(xs: list[int]) -> int:
    a, b = xs
    return a - b


def sets(a: set[int], b: set[int], x: int) -> tuple[int, bool, set[int], set[int], set[int]]:
    a.add(x)
    c = a.copy()
    c.update(b)
    return len(a), x in c, a | b, a & b, a - b


def gathered(xs: list[int]) -> tuple[int, bool, bool]:
    numbers = set()
    places = {}
    for x in xs:
        numbers.add(x)
        places[x] = 1
    return len(numbers), 5 in numbers, 5 in places


def dicts(d: dict[str, int], key: str) -> tuple[int, int]:
    d["new"] = 1
    found = d.setdefault(key, 7)
    gone = d.pop("a")
    return found, gone


def looked_up(d: dict[str, int], key: str) -> int:
    return d[key]


def keys(d: dict[str, int]) -> str:
    text = ""
    for key in d:
        text += key
    return text


def same(xs: list[int], ys: list[int]) -> tuple[bool, bool]:
    return xs == ys, xs is ys


def attribute(one: Base | None) -> int:
    return one.x  # type: ignore[union-attr]


SHARED = [1, 2]
CALLS = {
    "made": [(1,), (-4,)],
    "seen": [(Base(1),), (Derived(1),)],
    "upcast": [(4,)],
    "aliased": [([],), ([3, 4],)],
    "fresh": [(1,)],
    "indexed": [([1, 2], 0), ([1, 2], -1), ([1, 2], 2), ([1, 2], -3)],
    "sliced": [([1, 2, 3], 0, 2), ([1, 2, 3], -2, 9), ([1, 2, 3], 2, 1), ([1, 2, 3], -9, -1), ([], 1, 2)],
    "reduced": [([3, 2, 2],), ([],)],
    "extremes": [([3, 1, 2],), ([],)],
    "kept": [([1, 5, 2, 7], 1), ([], 0)],
    "joined": [([1], [2, 3]), ([], [])],
    "repeated": [([1, 2], 2), ([1], -1), ([], 10**30), ([1], 10**30), ([1], -(10**30))],
    "unpacked": [([1, 2],), ([1],), ([1, 2, 3],)],
    "sets": [({1, 2}, {2, 9}, 3), (set(), set(), 1)],
    "gathered": [([],), ([1, 5, 1],)],
    "dicts": [({"a": 1}, "b"), ({"b": 2, "a": 1}, "b"), ({}, "b")],
    "looked_up": [({"a": 1}, "a"), ({"a": 1}, "b")],
    "keys": [({"b": 1, "a": 2},), ({},)],
    "same": [([1], [1]), (SHARED, SHARED), ([1], [2])],
    "attribute": [(None,), (Base(2),)],
}
