"""Calls as Python expressions: arguments are written with the sharing they have, by lambdas and `setattr`."""
from __future__ import annotations

import builtins
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from verheal.contracts.core.image import ClassShape, Instance
from verheal.contracts.core.values import Opaque
from verheal.prover.run.whole import written

MOST_CHARACTERS = 20_000


class GiveUp(Exception):
    """There is no call to write, or none of a sensible size."""


@dataclass(frozen=True)
class Parameter:
    """How one argument is passed: by position, by keyword, or spread (`star` is "*" or "**")."""

    name: str
    variable: str
    keyword: bool = False
    star: str = ""


@dataclass(frozen=True)
class Callee:
    """The function as an expression in its module's namespace (`f`, `C.method`), and its parameters in
    order.
    """

    text: str
    parameters: tuple[Parameter, ...]


@dataclass(frozen=True)
class Slot:
    """A parameter of a constructor, and the field that its argument is taken from ("": from none).

    `instead` is an expression for when the field's value cannot be used: "" leaves the argument out, None says
    that there is none.
    """

    name: str
    field: str = ""
    instead: str | None = None


@dataclass(frozen=True)
class ClassInfo:
    """How instances of a class are made: by the constructor, then by setting the fields in `settable`.

    `expression` names the class in the module's namespace. Other fields are what the constructor makes them.
    """

    shape: ClassShape
    expression: str
    slots: tuple[Slot, ...] = ()
    settable: frozenset[str] = frozenset()

    @property
    def left(self) -> frozenset[str]:
        """Fields to set after the constructor."""
        return self.settable - {slot.field for slot in self.slots}


@dataclass(frozen=True)
class DecodedCall:
    """`args` maps parameters to expressions, each for itself; `call` is the whole, with sharing between
    them.
    """

    args: Mapping[str, str]
    call: str


def write_call(
    arguments: Mapping[str, object], callee: Callee, classes: tuple[ClassInfo, ...] = ()
) -> DecodedCall:
    """The call with these values, by variable name. Raises GiveUp."""
    infos = {info.shape.name: info for info in classes}
    values = [arguments[parameter.variable] for parameter in callee.parameters]
    writer = _Writer(infos, _Survey(values, infos), callee.text)
    spelled = [
        f"{parameter.name}={writer.text(value)}" if parameter.keyword else parameter.star + writer.text(value)
        for parameter, value in zip(callee.parameters, values, strict=True)
    ]
    call = writer.bind(f"{callee.text}({', '.join(spelled)})")
    shown = {
        parameter.name: _Writer(infos, _Survey([value], infos), callee.text).alone(value)
        for parameter, value in zip(callee.parameters, values, strict=True)
    }
    if len(call) > MOST_CHARACTERS:
        raise GiveUp("a call of more than 20,000 characters")
    return DecodedCall(shown, call)


def _parts(value: object) -> list[object]:
    match value:
        case list() | tuple():
            return list(value)
        case set():
            return sorted(value, key=repr)
        case dict():
            return [part for pair in value.items() for part in pair]
        case Instance():
            return list(value.fields.values())
        case _:
            return []


def _has_identity(value: object) -> bool:
    return isinstance(value, list | set | dict | Instance)


@dataclass
class _Survey:
    """Which objects are used more than once, and which instances are parts of themselves."""

    roots: list[object]
    infos: Mapping[str, ClassInfo]
    uses: dict[int, int] = field(default_factory=dict)
    objects: dict[int, object] = field(default_factory=dict)
    hollow: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        for root in self.roots:
            self._visit(root, set())

    def _visit(self, value: object, above: set[int]) -> None:
        if len(above) > 200:
            raise GiveUp("values that are nested too deeply")
        if not _has_identity(value):
            for part in _parts(value):
                self._visit(part, above)
            return
        key = id(value)
        self.uses[key] = self.uses.get(key, 0) + 1
        if key in above:
            if isinstance(value, Instance):
                self.hollow.add(key)
            return
        if key in self.objects:
            return
        self.objects[key] = value
        if isinstance(value, Instance) and self._info(value).left & set(value.fields):
            self.hollow.add(key)
        for part in _parts(value):
            self._visit(part, above | {key})

    def _info(self, value: Instance) -> ClassInfo:
        if value.cls not in self.infos:
            raise GiveUp(f"no way to make a {value.cls}")
        return self.infos[value.cls]

    def named(self) -> set[int]:
        """Objects that need a name."""
        return {key for key, number in self.uses.items() if number > 1} | self.hollow


class _Writer:
    """Writes values; objects that need a name get one, bound around the call, innermost last."""

    def __init__(self, infos: Mapping[str, ClassInfo], survey: _Survey, callee: str) -> None:
        self.infos = infos
        self.survey = survey
        self.named = survey.named()
        self.names: dict[int, str] = {}
        self.bindings: list[tuple[str, str]] = []
        self.settings: list[str] = []
        self.unmade: set[int] = set()
        taken = set(dir(builtins))
        for text in (callee, *(info.expression for info in infos.values())):
            taken |= set(re.findall(r"\w+", text))
        self.fresh = _fresh_names(taken)

    def alone(self, value: object) -> str:
        """A value for itself, as an expression."""
        text = self.text(value)
        return self.bind(text)

    def bind(self, body: str) -> str:
        """The body inside lambdas that bind the names it uses."""
        if self.settings:
            body = f"({', '.join([*self.settings, body])})[-1]"
        for name, made in reversed(self.bindings):
            body = f"(lambda {name}: {body})({made})"
        return body

    def text(self, value: object) -> str:
        """The expression of a value where it is used."""
        if not _has_identity(value) or id(value) not in self.named:
            return self._literal(value)
        key = id(value)
        if key not in self.names:
            if key in self.survey.hollow:
                self._hollow(value)
            else:
                made = self._literal(value)
                self.names[key] = next(self.fresh)
                self.bindings.append((self.names[key], made))
        return self.names[key]

    def _hollow(self, value: object) -> None:
        """An instance by its constructor first, so that what refers to it can be made; then the other fields."""
        assert isinstance(value, Instance)
        info = self.infos[value.cls]
        self.unmade.add(id(value))
        passed = {slot.field for slot in info.slots if self._is_made(value.fields.get(slot.field), set())}
        made = self._constructed(value, passed)
        self.unmade.discard(id(value))
        name = self.names[id(value)] = next(self.fresh)
        self.bindings.append((name, made))
        for attribute, stored in value.fields.items():
            if attribute in info.settable and attribute not in passed:
                self.settings.append(f"setattr({name}, {attribute!r}, {self.text(stored)})")

    def _is_made(self, value: object, seen: set[int]) -> bool:
        """Whether nothing in the value is still being made."""
        if id(value) in seen:
            return True
        seen.add(id(value))
        return id(value) not in self.unmade and all(self._is_made(part, seen) for part in _parts(value))

    def _constructed(self, value: Instance, passed: set[str]) -> str:
        info = self.infos[value.cls]
        given = []
        for slot in info.slots:
            if slot.field in passed and slot.field in value.fields:
                given.append(f"{slot.name}={self.text(value.fields[slot.field])}")
            elif slot.instead is None:
                raise GiveUp(f"no argument for {slot.name} of {info.expression}")
            elif slot.instead:
                given.append(f"{slot.name}={slot.instead}")
        return f"{info.expression}({', '.join(given)})"

    def _literal(self, value: object) -> str:
        match value:
            case bool() | None | str():
                return repr(value)
            case int():
                return written(value)
            case float():
                return repr(value) if math.isfinite(value) else f"float('{value!r}')"
            case list():
                return "[" + ", ".join(map(self.text, value)) + "]"
            case tuple():
                return "(" + ", ".join(map(self.text, value)) + ("," if len(value) == 1 else "") + ")"
            case set():
                return "{" + ", ".join(map(self.text, _parts(value))) + "}" if value else "set()"
            case dict():
                return "{" + ", ".join(f"{self.text(k)}: {self.text(v)}" for k, v in value.items()) + "}"
            case Instance():
                return self._constructed(value, set(value.fields))
            case Opaque():
                return "object()"
            case _:
                raise GiveUp(f"no expression for a {type(value).__name__}")


def _fresh_names(taken: set[str]) -> Iterator[str]:
    letters = (chr(code) for code in range(ord("a"), ord("z") + 1))
    numbered = (f"v{number}" for number in count())
    for source in (letters, numbered):
        yield from (name for name in source if name not in taken)
