"""Whether an object has what a protocol asks for, as a type checker sees it. Only what is plain is told."""

from __future__ import annotations

import abc
import inspect
import typing
from types import FunctionType
from typing import Any

from .hints import Unresolved, hints_of

if typing.TYPE_CHECKING:
    Shape = list[tuple[str, Any, bool]]


class Nothing(typing.Protocol):
    """What every protocol has, whatever it asks for."""


INTERNAL = {*vars(Nothing), "__annotations__", "__doc__", "__weakref__", "__slots__", "_is_runtime_protocol"}


def follows(value: Any, protocol: type) -> bool:
    """True where each member is surely there: a field with the very annotation that may be set, a method with the very
    signature."""
    if not is_plain(type(value)):
        return False
    above = [one for one in protocol.__mro__ if one not in (object, typing.Protocol, typing.Generic)]
    if getattr(protocol, "__parameters__", ()) or not all(vars(one).get("_is_protocol") for one in above):
        return False
    fields, hints = hints_of(protocol), hints_of(type(value))
    methods = {name: part for one in reversed(above) for name, part in vars(one).items() if name not in INTERNAL}
    if not (fields or methods) or any(isinstance(hint, Unresolved) for hint in fields.values()):
        return False
    stored = all(name in hints and hints[name] == hint and hasattr(value, name) for name, hint in fields.items())
    return stored and all(
        same_signature(member(type(value), name), part) for name, part in methods.items() if name not in fields
    )


def is_plain(kind: type) -> bool:
    """Whether its fields are what its annotations say, to read and to write."""
    frozen = getattr(getattr(kind, "__dataclass_params__", None), "frozen", False)
    generic = getattr(kind, "__parameters__", ())
    return type(kind) in (type, abc.ABCMeta) and not (frozen or generic or issubclass(kind, tuple))


def member(kind: type, name: str) -> Any:
    """What the class itself, or the next above it, has by this name."""
    return next((vars(one)[name] for one in kind.__mro__ if name in vars(one)), None)


def same_signature(found: Any, wanted: Any) -> bool:
    """Whether both are functions that take and give the same, all of it annotated."""
    if type(found) is not FunctionType or type(wanted) is not FunctionType or hasattr(found, "__wrapped__"):
        return False
    if any(told(found) != told(wanted) for told in (inspect.iscoroutinefunction, inspect.isasyncgenfunction)):
        return False
    mine, theirs = shape_of(found), shape_of(wanted)
    return mine is not None and mine == theirs


def shape_of(function: Any) -> Shape | None:
    hints = hints_of(function)
    own = list(inspect.signature(function).parameters.values())
    names = [one.name for one in own[1:]] + ["return"]
    if not own or any(name not in hints or isinstance(hints[name], Unresolved) for name in names):
        return None
    parts = [(f"{one.kind} {one.name}", hints[one.name], one.default is one.empty) for one in own[1:]]
    return [*parts, ("return", hints["return"], True)]
