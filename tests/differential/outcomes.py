"""What came out of a run, in a form in which two runs can be compared: values, types, sharing, exception."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verheal.contracts.core.image import Instance

Canonical = tuple[object, ...]


class Incomparable(Exception):
    """A value whose meaning the comparison does not know."""


@dataclass(frozen=True)
class Ended:
    """`raised` is "" or the exception's name; `roots` are result (of a return) and arguments afterwards."""

    raised: str
    roots: Canonical


def ended(raised: str, roots: Sequence[object]) -> Ended:
    """The outcome in canonical form."""
    walk = _Walk()
    return Ended(raised, tuple(walk.value(one) for one in roots))


def alike(left: object, right: object) -> bool:
    """Equal, or where the right side has a bool the left one has the int it equals.

    The core keeps a bool that was stored where `int` is written as that int; what tells the two apart is not
    decided for it.
    """
    if isinstance(left, tuple) and isinstance(right, tuple):
        if len(left) == 2 and left[0] == "int" and right and right[0] == "bool":
            return bool(int(bool(right[1])) == left[1])
        return len(left) == len(right) and all(alike(a, b) for a, b in zip(left, right, strict=True))
    return left == right


class _Walk:
    """Numbers mutable objects in the order in which they are met; the sharing is in the numbers."""

    def __init__(self) -> None:
        self.numbers: dict[int, int] = {}
        self.kept: list[object] = []

    def value(self, value: object) -> Canonical:
        match value:
            case None | bool() | int() | str():
                return (type(value).__name__, value)
            case float():
                return ("float", repr(value))
            case tuple():
                return ("tuple", *(self.value(item) for item in value))
            case list() | set() | dict() | Instance():
                return self.mutable(value)
            case BaseException() | type():
                raise Incomparable(type(value).__name__)
            case _ if type(value).__module__ == "m":
                return self.mutable(Instance(f"m:{type(value).__name__}", value.__dict__), id(value), value)
            case _:
                raise Incomparable(type(value).__name__)

    def mutable(self, value: object, key: int | None = None, owner: object = None) -> Canonical:
        key = id(value) if key is None else key
        if key in self.numbers:
            return ("again", self.numbers[key])
        number = self.numbers[key] = len(self.numbers)
        self.kept.append((value, owner))
        match value:
            case list():
                return ("list", number, *(self.value(item) for item in value))
            case set():
                return ("set", number, *sorted((self.value(item) for item in value), key=repr))
            case dict():
                return ("dict", number, *((self.value(k), self.value(v)) for k, v in value.items()))
            case Instance(cls=cls, fields=fields):
                return ("object", number, cls, *((n, self.value(fields[n])) for n in sorted(fields)))
            case _:
                raise Incomparable(type(value).__name__)


def image(value: object, known: dict[int, object]) -> object:
    """The value with instances of generated classes replaced, and nothing shared with it."""
    if id(value) in known:
        return known[id(value)]
    match value:
        case list():
            made: list[object] = []
            known[id(value)] = made
            made.extend(image(item, known) for item in value)
            return made
        case set():
            return known.setdefault(id(value), set(value))
        case dict():
            rows: dict[object, object] = {}
            known[id(value)] = rows
            rows.update((key, image(item, known)) for key, item in value.items())
            return rows
        case tuple():
            return tuple(image(item, known) for item in value)
        case _ if type(value).__module__ == "m":
            one = Instance(f"m:{type(value).__name__}")
            known[id(value)] = one
            one.fields.update((name, image(item, known)) for name, item in vars(value).items())
            return one
        case _:
            return value
