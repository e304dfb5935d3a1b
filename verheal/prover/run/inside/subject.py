"""Finds functions by qualified name and puts observers in their place for the length of one call."""

from __future__ import annotations

import contextlib
import functools
import inspect
from collections.abc import Callable
from types import CodeType, ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    Observer = Callable[[Callable[..., Any], "tuple[Any, ...]", dict[str, Any]], Any]

MISSING = object()


class NotFound(Exception):
    """There is no such function in the module."""


def locate(module: ModuleType, qualname: str) -> tuple[Any, str, Any]:
    """(owner, name, raw attribute): the raw attribute is as stored, a staticmethod object for instance."""
    owner: Any = module
    *path, name = qualname.split(".")
    for number, part in enumerate(path):
        owner = vars(owner).get(part, MISSING) if hasattr(owner, "__dict__") else MISSING
        if owner is MISSING:
            raise NotFound(qualname)
        owner = written(owner, module.__name__, ".".join(path[: number + 1]))
    raw = vars(owner).get(name, MISSING) if hasattr(owner, "__dict__") else MISSING
    if raw is MISSING:
        raise NotFound(qualname)
    return owner, name, raw


def written(found: Any, module: str, qualname: str) -> Any:
    """The class as it stands in the source, where a decorator put another in its place: a subclass or a wrapper."""
    with contextlib.suppress(ValueError):
        found = inspect.unwrap(found)
    for kind in getattr(found, "__mro__", ()):
        if (kind.__module__, kind.__qualname__) == (module, qualname):
            return kind
    return found


def callable_of(raw: Any) -> Any:
    """The function that runs, out of what a class or module stores."""
    if isinstance(raw, (staticmethod, classmethod)):
        return raw.__func__
    if isinstance(raw, property):
        return raw.fget
    if isinstance(raw, functools.cached_property):
        return raw.func
    return raw


def body_code(function: Any) -> CodeType | None:
    """Code of the innermost function under its decorators (by `__wrapped__`, which functools.wraps sets)."""
    try:
        inner = inspect.unwrap(function)
    except ValueError:
        inner = function
    inner = getattr(inner, "__func__", inner)
    code = getattr(inner, "__code__", None)
    return code if isinstance(code, CodeType) else None


def rewrapped(raw: Any, observer: Observer) -> Any:
    """What to store instead of `raw`, so that calls go through the observer."""
    original = callable_of(raw)

    def observed(*args: Any, **kwargs: Any) -> Any:
        return observer(original, args, kwargs)

    with contextlib.suppress(AttributeError, TypeError):
        functools.update_wrapper(observed, original)
    if isinstance(raw, staticmethod):
        return staticmethod(observed)
    if isinstance(raw, classmethod):
        return classmethod(observed)
    if isinstance(raw, property):
        return property(observed, raw.fset, raw.fdel, raw.__doc__)
    if isinstance(raw, functools.cached_property):
        replaced = functools.cached_property(observed)
        replaced.attrname = raw.attrname
        return replaced
    return observed


class Patches:
    """Replacements that are undone at the end, in reverse order."""

    def __init__(self) -> None:
        self.done: list[tuple[Any, str, Any]] = []

    def put(self, owner: Any, name: str, value: Any) -> None:
        """Replace the attribute. A class that forbids it stays as it is; then nothing is observed."""
        before = vars(owner).get(name, MISSING)
        try:
            setattr(owner, name, value)
        except (AttributeError, TypeError):
            return
        self.done.append((owner, name, before))

    def undo(self) -> None:
        for owner, name, before in reversed(self.done):
            try:
                delattr(owner, name) if before is MISSING else setattr(owner, name, before)
            except (AttributeError, TypeError):
                continue


def bind(function: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Arguments by parameter name with defaults applied, and which of them were passed. Raises TypeError."""
    bound = inspect.signature(function).bind(*args, **kwargs)
    passed = list(bound.arguments)
    bound.apply_defaults()
    return dict(bound.arguments), passed
