"""Evaluates PEP 316 clauses (as CrossHair reads them) around the functions of a module."""

from __future__ import annotations

import copy
import functools
import inspect
import re
import types
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

CLAUSE = re.compile(r"^\s*(pre|post|inv|raises)\s*(?:\[[^\]]*\])?\s*:\s*(.*)$")


class ClauseFailed(Exception):
    """A clause that is false; `kind` is pre, post or invariant."""

    def __init__(self, kind: str, owner: str, text: str) -> None:
        super().__init__(f"{kind} of {owner}: {text}")
        self.kind = kind
        self.owner = owner


@dataclass(frozen=True)
class Clauses:
    pre: tuple[str, ...]
    post: tuple[str, ...]
    inv: tuple[str, ...]
    raises: tuple[str, ...]


def read(doc: str | None) -> Clauses:
    found: dict[str, list[str]] = {"pre": [], "post": [], "inv": [], "raises": []}
    for line in (doc or "").splitlines():
        match = CLAUSE.match(line)
        if match and match[2].strip():
            found[match[1]].append(match[2].strip())
    names = [name.strip() for text in found["raises"] for name in text.split(",")]
    return Clauses(tuple(found["pre"]), tuple(found["post"]), tuple(found["inv"]), tuple(names))


def install(module: types.ModuleType) -> None:
    """Replace functions and methods that have clauses by checking ones."""
    for name, value in list(vars(module).items()):
        if inspect.isfunction(value) and value.__module__ == module.__name__:
            setattr(module, name, checked(value, read(value.__doc__), module))
        elif inspect.isclass(value) and value.__module__ == module.__name__:
            for attr, method in list(vars(value).items()):
                if inspect.isfunction(method):
                    setattr(value, attr, checked(method, method_clauses(value, attr), module))
                elif isinstance(method, property) and method.fget is not None:
                    getter = checked(method.fget, method_clauses(value, attr), module)
                    setattr(value, attr, property(getter, method.fset))


def method_clauses(cls: type, name: str) -> Clauses:
    """A method's own clauses with the postconditions and invariants of its bases."""
    # A property has the docstring of its getter.
    own = read(vars(cls)[name].__doc__)
    inv = tuple(text for base in cls.__mro__ for text in read(vars(base).get("__doc__")).inv)
    inherited = tuple(
        text
        for base in cls.__mro__[1:]
        if name != "__init__" and inspect.isfunction(vars(base).get(name))
        for text in read(vars(base)[name].__doc__).post
    )
    return Clauses(own.pre, own.post + inherited, inv, own.raises)


def checked(function: Callable[..., Any], clauses: Clauses, module: types.ModuleType) -> Callable[..., Any]:
    signature = inspect.signature(function)
    owner = function.__qualname__

    def need(kind: str, texts: tuple[str, ...], names: dict[str, Any]) -> None:
        for text in texts:
            if not eval(text, {**vars(module), **names}):
                raise ClauseFailed(kind, owner, text)

    @functools.wraps(function)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        bound = signature.bind(*args, **kwargs)
        bound.apply_defaults()
        names = dict(bound.arguments)
        if function.__name__ != "__init__":
            need("pre", clauses.inv, names)
        need("pre", clauses.pre, names)
        old = types.SimpleNamespace(**copy.deepcopy(names))
        result = function(*args, **kwargs)
        need("post", clauses.post, {**names, "__return__": result, "_": result, "__old__": old})
        need("invariant", clauses.inv, names)
        return result

    return wrapper
