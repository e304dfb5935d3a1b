"""The names that a module imports for type checkers alone."""

from __future__ import annotations

import ast
import functools
import importlib
import linecache
from collections.abc import Iterator
from typing import Any


def typing_names(names: dict[str, Any]) -> dict[str, Any]:
    """What `if TYPE_CHECKING:` would bind in the module with these globals: as much of it as can be imported."""
    path, package = names.get("__file__"), names.get("__package__")
    return dict(imported(path, package or "")) if isinstance(path, str) else {}


@functools.lru_cache(maxsize=256)
def imported(path: str, package: str) -> tuple[tuple[str, Any], ...]:
    found: list[tuple[str, Any]] = []
    for node in typing_imports(path):
        for alias in node.names:
            try:
                found.append(bound(node, alias, package))
            except Exception:  # importing may raise anything
                continue
    return tuple(found)


def typing_imports(path: str) -> Iterator[ast.Import | ast.ImportFrom]:
    try:
        tree = ast.parse("".join(linecache.getlines(path)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    for top in tree.body:
        if isinstance(top, ast.If) and "TYPE_CHECKING" in ast.dump(top.test):
            for node in top.body:
                if isinstance(node, (ast.Import, ast.ImportFrom)):
                    yield node


def bound(node: ast.Import | ast.ImportFrom, alias: ast.alias, package: str) -> tuple[str, Any]:
    if isinstance(node, ast.Import):
        module = importlib.import_module(alias.name)
        first = importlib.import_module(alias.name.partition(".")[0])
        return (alias.asname, module) if alias.asname else (first.__name__, first)
    source = importlib.import_module("." * node.level + (node.module or ""), package or None)
    try:
        value = getattr(source, alias.name)
    except AttributeError:
        value = importlib.import_module(source.__name__ + "." + alias.name)
    return alias.asname or alias.name, value
