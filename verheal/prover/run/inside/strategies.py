"""Hypothesis strategies whose values are the texts of calls, from resolved annotations."""

from __future__ import annotations

import collections.abc
import dataclasses
import enum
import inspect
import typing
from collections.abc import Callable
from types import ModuleType
from typing import Any

from .hints import Alternatives, constructor_hints, hints_of

LISTS = (
    list,
    collections.abc.Sequence,
    collections.abc.Iterable,
    collections.abc.Collection,
    collections.abc.MutableSequence,
    collections.abc.Reversible,
)
DICTS = (dict, collections.abc.Mapping, collections.abc.MutableMapping)
SETS = (set, collections.abc.Set, collections.abc.MutableSet)
MOST_ITEMS = 8
RECEIVERS = ("self", "cls")


class Unsupported(Exception):
    """No strategy for this annotation; the message is its text."""


class Strategies:
    """Strategies for one module's names. `st` is `hypothesis.strategies`."""

    def __init__(self, st: Any, module: ModuleType) -> None:
        self.st, self.names = st, vars(module)
        self.classes: dict[Any, Any] = {}

    def of(self, hint: Any) -> Any:
        """Strategy of expressions for values of the annotation. Raises Unsupported."""
        st = self.st
        if isinstance(hint, typing.ForwardRef):
            hint = hint.__forward_arg__
        if isinstance(hint, str):
            try:
                hint = eval(hint, dict(self.names))
            except Exception as error:
                raise Unsupported(str(hint)) from error
        if isinstance(hint, Alternatives):
            return self.union(tuple(hint.parts))
        plain: dict[Any, Callable[[], Any]] = {
            bool: lambda: st.booleans().map(repr), int: lambda: st.integers().map(integer),
            float: lambda: st.floats().map(real), str: lambda: st.text(max_size=20).map(ascii),
            bytes: lambda: st.binary(max_size=20).map(repr), None: lambda: st.just("None"),
            type(None): lambda: st.just("None"),
            complex: lambda: st.floats().map(lambda f: f"complex({real(f)})"),
            bytearray: lambda: st.binary(max_size=20).map(lambda b: f"bytearray({b!r})"),
            Any: lambda: st.one_of(self.of(int), self.of(str), self.of(None)),
            object: lambda: st.one_of(self.of(int), self.of(str), self.of(None)),
        }  # fmt: skip
        try:
            if hint in plain:
                return plain[hint]()
        except TypeError:
            pass
        if hasattr(hint, "__supertype__"):
            return self.of(hint.__supertype__)
        if hasattr(hint, "__metadata__"):
            return self.of(hint.__origin__)
        if isinstance(hint, typing.TypeVar):
            return self.of((hint.__constraints__ or (hint.__bound__ or int,))[0])
        origin = typing.get_origin(hint)
        if origin is None:
            return self.bare(hint)
        return self.generic(hint, origin, typing.get_args(hint))

    def bare(self, hint: Any) -> Any:
        if hint in LISTS:
            return self.listed(self.of(int), "[", "]")
        if hint in DICTS:
            return self.dictionary(self.of(str), self.of(int))
        if hint in SETS or hint is frozenset:
            return self.set_of(self.of(int), hint is frozenset)
        if hint is tuple:
            return self.listed(self.of(int), "tuple([", "])")
        if isinstance(hint, type):
            return self.instance(hint)
        raise Unsupported(str(hint))

    def generic(self, hint: Any, origin: Any, arguments: tuple[Any, ...]) -> Any:
        if origin is typing.Union or getattr(origin, "__name__", "") == "UnionType":
            return self.union(arguments)
        if str(origin) == "typing.Literal":
            return self.st.sampled_from([repr(one) for one in arguments])
        if origin in LISTS:
            return self.listed(self.of(arguments[0]), "[", "]")
        if origin in DICTS:
            return self.dictionary(self.of(arguments[0]), self.of(arguments[1]))
        if origin in SETS or origin is frozenset:
            return self.set_of(self.of(arguments[0]), origin is frozenset)
        if origin is tuple:
            if len(arguments) == 2 and arguments[1] is Ellipsis:
                return self.listed(self.of(arguments[0]), "tuple([", "])")
            parts = [self.of(one) for one in arguments if one != ()]
            return self.st.tuples(*parts).map(
                lambda texts: "(" + "".join(text + ", " for text in texts) + ")"
            )
        if isinstance(origin, type) and inspect.isclass(origin) and origin.__module__ != "collections.abc":
            return self.bare(origin)
        raise Unsupported(str(hint))

    def union(self, options: tuple[Any, ...]) -> Any:
        possible = []
        for option in options:
            try:
                possible.append(self.of(option))
            except Unsupported:
                continue
        if not possible:
            raise Unsupported(str(options))
        return self.st.one_of(*possible)

    def listed(self, element: Any, opening: str, closing: str) -> Any:
        items = self.st.lists(element, max_size=MOST_ITEMS)
        return items.map(lambda texts: opening + ", ".join(texts) + closing)

    def set_of(self, element: Any, frozen: bool) -> Any:
        return self.listed(element, "frozenset([" if frozen else "set([", "])")

    def dictionary(self, key: Any, value: Any) -> Any:
        pairs = self.st.lists(self.st.tuples(key, value), max_size=MOST_ITEMS)
        return pairs.map(lambda found: "{" + ", ".join(f"{k}: {v}" for k, v in found) + "}")

    def instance(self, cls: type) -> Any:
        """A class of the user's, made by its constructor; deferred, since it may refer to itself."""
        if cls in self.classes:
            return self.classes[cls]
        name = self.name_of(cls)
        if issubclass(cls, enum.Enum):
            return self.st.sampled_from([f"{name}.{member.name}" for member in cls])
        if inspect.isabstract(cls) or getattr(cls, "_is_protocol", False):
            raise Unsupported(cls.__name__)
        made: Any = None
        self.classes[cls] = self.st.deferred(lambda: made)
        try:
            made = self.call(name, cls, cls.__init__ if not issubclass(cls, tuple) else cls.__new__)
        except Unsupported:
            del self.classes[cls]
            raise
        return made

    def name_of(self, cls: type) -> str:
        for name, value in self.names.items():
            if value is cls and name.isidentifier():
                return str(name)
        if cls.__module__ == self.names.get("__name__"):
            return cls.__qualname__
        raise Unsupported(cls.__qualname__)

    def call(self, text: str, thing: Any, function: Any, skip_first: bool = True) -> Any:
        """Strategy of `text(...)` for the function's parameters."""
        if isinstance(thing, type) and dataclasses.is_dataclass(thing):
            hints = constructor_hints(thing)
        else:
            hints = hints_of(inspect.unwrap(function))
        parameters = list(inspect.signature(function).parameters.values())
        parts = []
        for position, parameter in enumerate(parameters):
            if position == 0 and skip_first:
                continue
            part = self.argument(parameter, hints)
            if part is not None:
                parts.append(part)
        joined = self.st.tuples(*parts)
        return joined.map(lambda texts: text + "(" + ", ".join(one for one in texts if one) + ")")

    def argument(self, parameter: inspect.Parameter, hints: dict[str, Any]) -> Any:
        """Text of one argument, by name where that is allowed; '' where a default is left out."""
        if parameter.kind is parameter.VAR_KEYWORD:
            return None
        given = parameter.name in hints
        if parameter.kind is parameter.VAR_POSITIONAL or not given:
            if parameter.default is parameter.empty and parameter.kind is not parameter.VAR_POSITIONAL:
                raise Unsupported(f"parameter {parameter.name} without annotation")
            return None
        prefix = "" if parameter.kind is parameter.POSITIONAL_ONLY else parameter.name + "="
        strategy = self.of(hints[parameter.name]).map(lambda text: prefix + text)
        if parameter.default is not parameter.empty and prefix:
            return self.st.one_of(self.st.just(""), strategy)
        return strategy


def integer(value: int) -> str:
    return hex(value) if abs(value) >= 10**4000 else repr(value)


def real(value: float) -> str:
    if value != value or abs(value) == float("inf"):
        return f"float('{value}')"
    return repr(value)
