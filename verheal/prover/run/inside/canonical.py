"""One text for everything reachable from a value, with the sharing of its mutable objects.

Two outcomes are the same when their texts are: types and values, NaN is NaN, -0.0 is not 0.0, the order of a
dict counts,
the order of a set does not, two references to one list are not two equal lists.
"""

from __future__ import annotations

import enum
import hashlib
import types
from typing import Any

from .records import type_name

MOST_NODES = 20000
OPAQUE = (types.FunctionType, types.BuiltinFunctionType, types.ModuleType, type)


class Canonical:
    """`text` of what was walked so far; `complete` is False when something was too big or could not be looked
    into."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.numbers: dict[int, int] = {}
        self.alive: list[Any] = []  # ids are only meaningful while the objects live
        self.nodes = 0
        self.complete = True

    @property
    def text(self) -> str:
        return "".join(self.parts)

    @property
    def digest(self) -> str:
        return "sha256:" + hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def walk(self, value: Any) -> None:
        """Append the value's text."""
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self.complete = False
            return
        kind = type(value)
        if value is None or kind in (bool, str, bytes, complex):
            text: Any = self.text_of(value) if kind is str else value
            self.parts.append(kind.__name__ + ":" + ascii(text) + ";")
        elif kind is int:
            self.parts.append(hex(value) + ";")
        elif kind is float:
            self.parts.append("nan;" if value != value else value.hex() + ";")
        elif isinstance(value, enum.Enum):
            self.parts.append(self.kind_name(kind) + "." + str(value.name) + ";")
        elif isinstance(value, OPAQUE):
            self.opaque(value)
        elif kind is tuple:
            self.sequence("(", value, ")")
        elif kind is frozenset:
            self.unordered(value)
        else:
            self.reference(value, kind)

    def fresh(self) -> Canonical:
        """Another one of the same kind, for a part that is looked at alone."""
        return Canonical()

    def kind_name(self, kind: type) -> str:
        """How a class is told."""
        return type_name(kind)

    def text_of(self, text: str) -> str:
        """How a string is told."""
        return text

    def opaque(self, value: Any) -> None:
        """A function, class or module: by its name."""
        self.parts.append("<" + str(getattr(value, "__qualname__", getattr(value, "__name__", type(value)))) + ">;")

    def opened(self, value: Any, kind: type) -> bool:
        """What is in the object; whether it could be looked into."""
        return self.contents(value) | self.attributes(value, kind)

    def reference(self, value: Any, kind: type) -> None:
        """A mutable object: numbered at its first visit, named by its number after that."""
        known = self.numbers.get(id(value))
        if known is not None:
            self.parts.append(f"#{known};")
            return
        self.numbers[id(value)] = len(self.numbers)
        self.alive.append(value)
        self.parts.append(f"#{self.numbers[id(value)]}={self.kind_name(kind)}")
        if isinstance(value, BaseException):
            return  # messages do not count
        if not self.opened(value, kind) and kind is not object:
            self.complete = False
        self.parts.append(";")

    def contents(self, value: Any) -> bool:
        if isinstance(value, dict):
            for key, item in list(dict.items(value)):
                self.walk(key)
                self.walk(item)
        elif isinstance(value, (list, tuple)):
            self.sequence("[", list(value), "]")
        elif isinstance(value, (set, frozenset)):
            self.unordered(value)
        elif isinstance(value, bytearray):
            self.parts.append(bytes(value).hex())
        elif isinstance(value, (int, float, str, bytes)):
            base: Any = next(k for k in (int, float, str, bytes) if isinstance(value, k))
            self.walk(base.__new__(base, value))
        else:
            return False
        return True

    def attributes(self, value: Any, kind: type) -> bool:
        found = dict(getattr(value, "__dict__", None) or {})
        for owner in kind.__mro__:
            slots = owner.__dict__.get("__slots__", ())
            for name in (slots,) if isinstance(slots, str) else slots:
                mangled = (
                    "_" + owner.__name__.lstrip("_") + name
                    if name[:2] == "__" and name[-2:] != "__"
                    else name
                )
                try:
                    found[mangled] = object.__getattribute__(value, mangled)
                except AttributeError:
                    continue
        self.parts.append("{")
        for name in sorted(found):
            self.parts.append(name + "=")
            self.walk(found[name])
        self.parts.append("}")
        return hasattr(value, "__dict__") or any("__slots__" in owner.__dict__ for owner in kind.__mro__)

    def sequence(self, opening: str, items: Any, closing: str) -> None:
        self.parts.append(opening)
        for item in items:
            self.walk(item)
        self.parts.append(closing)

    def unordered(self, items: Any) -> None:
        alone = []
        for item in items:
            one = self.fresh()
            one.walk(item)
            self.complete = self.complete and one.complete
            alone.append((one.text, item))
        self.parts.append("{")
        for _, item in sorted(alone, key=lambda pair: pair[0]):
            self.walk(item)
        self.parts.append("}")


def digest_of(*values: Any) -> tuple[str, bool]:
    """Digest of the values together, and whether all of them could be looked into. Never raises."""
    canonical = Canonical()
    try:
        for value in values:
            canonical.walk(value)
    except Exception:
        return "", False
    return canonical.digest, canonical.complete
