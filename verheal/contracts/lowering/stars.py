"""Which builtin names a `from module import *` may hide.

Law (language reference, "The import statement"): it binds all public names of the module. What a module outside of
the repository binds is not known, but for those of the standard library that are listed here.
"""

from __future__ import annotations

from collections.abc import Mapping

from verheal.contracts.source.model import Module

# The builtin names among the public ones, as CPython 3.10 to 3.14 ship them.
HIDDEN: tuple[tuple[str, frozenset[str]], ...] = (
    ("math", frozenset({"pow"})),
    ("re", frozenset({"compile"})),
    ("operator", frozenset({"abs", "pow"})),
    *(
        (name, frozenset())
        for name in (
            "typing", "typing_extensions", "collections", "collections.abc", "itertools", "functools", "heapq",
            "bisect", "string", "random", "dataclasses", "abc", "statistics", "fractions", "decimal", "datetime",
            "copy", "json",
        )
    ),
)  # fmt: skip


def starred(modules: Mapping[str, Module], module: str, name: str, seen: frozenset[str] = frozenset()) -> bool:
    """May a star import in the module, or in one that it imports so, bind the builtin name?"""
    return any(
        _binds(modules, one.module, name, seen | {module})
        for one in modules[module].imports
        if one.name == "*" and one.module not in seen
    )


def _binds(modules: Mapping[str, Module], module: str, name: str, seen: frozenset[str]) -> bool:
    known = modules.get(module)
    if known is None:
        return name in next((hidden for other, hidden in HIDDEN if other == module), {name})
    own = known.constant(name) or known.function(name) or known.class_named(name) or name in known.shadows
    return bool(own) or any(i.name == name for i in known.imports) or starred(modules, module, name, seen)
