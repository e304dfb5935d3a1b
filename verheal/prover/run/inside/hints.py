"""Annotations as objects, each read where it was written."""

from __future__ import annotations

import ast
import dataclasses
import sys
import typing
from typing import Any

from .typing_only import typing_names


class Unresolved:
    """An annotation with names that are not there at run time: nothing can be said of it."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return f"Unresolved({self.text!r})"


class Alternatives:
    """A union of which some part is Unresolved."""

    def __init__(self, parts: list[Any]) -> None:
        self.parts = parts

    def __repr__(self) -> str:
        return f"Alternatives({self.parts!r})"


def hints_of(thing: Any) -> dict[str, Any]:
    """Annotations of a function or class by name; those that cannot be evaluated are Unresolved. Never raises."""
    extras: dict[str, Any] = {} if sys.version_info[:2] == (3, 8) else {"include_extras": True}
    try:
        return typing.get_type_hints(thing, **extras)
    except Exception:
        found: dict[str, Any] = {}
        for owner in reversed(getattr(thing, "__mro__", (thing,))):
            written = annotations_of(owner)
            found.update({name: evaluated(note, home_of(owner)) for name, note in written.items()})
        return found


def annotations_of(thing: Any) -> dict[str, Any]:
    """What is annotated in the class or function itself, as written."""
    try:
        if isinstance(thing, type) and sys.version_info < (3, 10):
            return dict(vars(thing).get("__annotations__", {}))
        return dict(getattr(thing, "__annotations__", {}))
    except Exception:
        return {}


def home_of(thing: Any) -> dict[str, Any]:
    """The names of the module that a function or class was written in."""
    names = getattr(thing, "__globals__", None)
    if isinstance(names, dict):
        return names
    module = sys.modules.get(str(getattr(thing, "__module__", "")))
    return dict(vars(module)) if module is not None else {}


def evaluated(note: Any, names: dict[str, Any]) -> Any:
    if isinstance(note, typing.ForwardRef):
        note = note.__forward_arg__
    if not isinstance(note, str):
        return note
    try:
        return eval(note, dict(names))
    except NameError:
        return with_typing_names(note, names)
    except Exception:
        return alternatives(note, names)


def with_typing_names(note: str, names: dict[str, Any]) -> Any:
    """An annotation with names that are imported under `if TYPE_CHECKING:` only: a type checker knows them."""
    more = typing_names(names)
    try:
        found = eval(note, dict(more, **names))
        return evaluated(found, names) if isinstance(found, str) and found != note else found
    except Exception:
        return alternatives(note, dict(more, **names) if more else names)


def alternatives(note: str, names: dict[str, Any]) -> Any:
    """`X | None` where only X is not known."""
    try:
        node = ast.parse(note.strip(), mode="eval").body
    except (SyntaxError, ValueError):
        return Unresolved(note)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        return Alternatives([evaluated(ast.unparse(part), names) for part in (node.left, node.right)])
    return Unresolved(note)


def constructor_of(cls: type) -> tuple[Any, type]:
    """The function that takes a class's arguments, and whose it is."""
    for name in ("__init__", "__new__"):
        for owner in cls.__mro__:
            if name in vars(owner) and owner is not object:
                found = vars(owner)[name]
                return getattr(found, "__func__", found), owner
    return object.__init__, object


def constructor_hints(cls: type) -> dict[str, Any]:
    """Annotations of the constructor's parameters; a generated one has those of the fields, each from its class.

    That of a named tuple has globals of its own, in which no name is found.
    """
    function, owner = constructor_of(cls)
    hints = hints_of(function)
    if dataclasses.is_dataclass(owner) or (issubclass(owner, tuple) and hasattr(owner, "_fields")):
        fields = hints_of(owner)
        hints.update({name: fields[name] for name, hint in hints.items()
                      if isinstance(hint, Unresolved) and name in fields})  # fmt: skip
    return {name: unwrapped(hint) for name, hint in hints.items()}


def unwrapped(hint: Any) -> Any:
    """`InitVar[T]` is T for who calls the constructor."""
    return hint.type if isinstance(hint, dataclasses.InitVar) else hint
