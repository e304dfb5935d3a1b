"""The types that generated functions are written over, and random values of them with sharing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Kind:
    """A type: its name and what it is made of. A class is named by its own name."""

    name: str
    parts: tuple[Kind, ...] = ()

    def __str__(self) -> str:
        match self.name:
            case "optional":
                return f"{self.parts[0]} | None"
            case "union":
                return " | ".join(map(str, self.parts))
            case "list" | "set" | "dict" | "tuple":
                return f"{self.name}[{', '.join(map(str, self.parts))}]"
            case _:
                return self.name


INT, BOOL, FLOAT, STR, NONE = (Kind(name) for name in ("int", "bool", "float", "str", "None"))


def optional(kind: Kind) -> Kind:
    """kind | None"""
    return Kind("optional", (kind,))


def list_of(kind: Kind) -> Kind:
    """list[kind]"""
    return Kind("list", (kind,))


def set_of(kind: Kind) -> Kind:
    """set[kind]"""
    return Kind("set", (kind,))


def dict_of(key: Kind, value: Kind) -> Kind:
    """dict[key, value]"""
    return Kind("dict", (key, value))


def tuple_of(*parts: Kind) -> Kind:
    """tuple[parts]"""
    return Kind("tuple", parts)


SCALARS = (INT, INT, INT, INT, BOOL, FLOAT, STR, STR)
CONTAINERS = (
    list_of(INT),
    list_of(INT),
    list_of(INT),
    list_of(STR),
    list_of(FLOAT),
    list_of(BOOL),
    list_of(list_of(INT)),
    list_of(tuple_of(INT, STR)),
    dict_of(STR, INT),
    dict_of(INT, INT),
    dict_of(INT, STR),
    dict_of(STR, list_of(INT)),
    set_of(INT),
    set_of(STR),
    tuple_of(INT, INT),
    tuple_of(INT, STR),
    tuple_of(INT, list_of(INT)),
    tuple_of(FLOAT, BOOL),
)
OPTIONALS = (
    optional(INT),
    optional(STR),
    optional(list_of(INT)),
    Kind("union", (INT, STR)),
    Kind("union", (INT, list_of(INT))),
)

STRINGS = ("", "a", "b", "ab", "ba", "abc", "aab", "b a", "xyz", "0", "é", "\U0001f600")
FLOATS = (
    0.0,
    -0.0,
    1.0,
    -1.0,
    0.5,
    2.5,
    -2.5,
    1e16,
    0.1,
    float("nan"),
    float("inf"),
    float("-inf"),
    5e-324,
    1.7e308,
)
BIG = (2**31, 2**53 + 1, -(2**63), 10**30)
Fields = dict[str, tuple[tuple[str, Kind], ...]]


class Values:
    """Random values; now and then a mutable one is used twice."""

    def __init__(self, random: Random, fields: Fields, make: Callable[[str, dict[str, object]], object]) -> None:
        self.random, self.fields, self.make = random, fields, make
        self.pool: dict[Kind, list[object]] = {}

    def value(self, kind: Kind, depth: int = 0) -> object:
        """A value of the kind."""
        known = self.pool.setdefault(kind, [])
        if known and self.random.random() < 0.3:
            return self.random.choice(known)
        made = self._fresh(kind, depth)
        if kind.name in ("list", "set", "dict") or kind.name in self.fields:
            known.append(made)
        return made

    def _fresh(self, kind: Kind, depth: int) -> object:
        random, size = self.random, self.random.choice((0, 1, 2, 2, 3, 4))
        match kind.name:
            case "int":
                return random.choice(BIG) if random.random() < 0.03 else random.randint(-3, 6)
            case "bool":
                return random.random() < 0.5
            case "float":
                if depth and random.random() < 0.1:
                    return random.randint(-2, 3)
                return random.choice(FLOATS) if random.random() < 0.5 else random.randint(-8, 8) / 4
            case "str":
                return random.choice(STRINGS)
            case "None":
                return None
            case "optional":
                return None if random.random() < 0.35 or depth > 2 else self.value(kind.parts[0], depth)
            case "union":
                return self.value(random.choice(kind.parts), depth)
            case "list":
                return [self.value(kind.parts[0], depth + 1) for _ in range(size)]
            case "set":
                return {self.value(kind.parts[0], depth + 1) for _ in range(size)}
            case "dict":
                keys = [self.value(kind.parts[0], depth + 1) for _ in range(size)]
                return {key: self.value(kind.parts[1], depth + 1) for key in keys}
            case "tuple":
                return tuple(self.value(part, depth) for part in kind.parts)
            case _:
                return self._object(kind, depth)

    def _object(self, kind: Kind, depth: int) -> object:
        return self.make(kind.name, {name: self.value(part, depth + 1) for name, part in self.fields[kind.name]})
