"""Patterns: which match, what they bind and when."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


class Odd:
    __match_args__ = ("last", "first")

    def __init__(self, first: int, last: int) -> None:
        self.first = first
        self.last = last

    @property
    def small(self) -> int:
        if self.last > 5:
            raise AttributeError("large")
        return self.last


def sequences(xs: list[int]) -> list[int]:
    match xs:
        case []:
            return [0]
        case [1]:
            return [1]
        case [a, b] if a < b:
            return [a, b]
        case [first, *middle, last]:
            middle.append(first - last)
            return middle
        case [*rest]:
            return rest
    return []


def texts(s: str) -> int:
    match s:
        case [_, _]:
            return 1
        case "ab" | "cd":
            return 2
        case str(t):
            return len(t)


def points(a: int, b: int) -> int:
    match Point(a, b):
        case Point(0, y) | Point(y, 0):
            return y
        case Point(y=y, x=1):
            return 10 + y
        case Point(x, y) as p if x == y:
            p.x = 7
            return p.x + p.y
    return -1


def odds(a: int, b: int) -> int:
    o = Odd(a, b)
    match o:
        case Odd(small=s, first=0):
            return s
        case Odd(x, y):
            return 10 * x + y
    return 0


def too_many(a: int) -> int:
    match Point(a, a):
        case Point(x, y, z):
            return x + y + z
    return 0


def mappings(d: dict[str, int]) -> int:
    match d:
        case {"a": 1, "b": b}:
            return b
        case {"a": a, **rest} if rest:
            return a + len(rest)
        case {}:
            return -1
    return 0


def late(x: int) -> int:
    y = 5
    match x:
        case (1 | 2) as y if y > 1:
            return 10 + y
        case _:
            pass
    return y


def kinds(x: int | str | None) -> int:
    match x:
        case "":
            return 1
        case None:
            return 2
        case int(n) if n > 2:
            return n
        case int() | str():
            return 3
    return 4


CALLS = {
    "sequences": [([],), ([1],), ([2],), ([1, 2],), ([2, 1],), ([4, 5, 6],)],
    "texts": [("ab",), ("cd",), ("xy",), ("",)],
    "points": [(0, 3), (4, 0), (1, 5), (6, 6), (2, 3)],
    "odds": [(0, 3), (0, 9), (1, 2)],
    "too_many": [(1,)],
    "mappings": [({"a": 1, "b": 4},), ({"a": 2, "b": 4},), ({"a": 1},), ({},)],
    "late": [(1,), (2,), (3,)],
    "kinds": [(1,), (7,), ("",), (None,)],
}
