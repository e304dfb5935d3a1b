"""The names that a module imports or defines for type checkers alone."""

from __future__ import annotations

import ast
import contextlib
import functools
import importlib
import linecache
import typing
from collections.abc import Iterator
from types import ModuleType
from typing import Any


def typing_names(names: dict[str, Any]) -> dict[str, Any]:
    """What `if TYPE_CHECKING:` would bind in the module with these globals: as much of it as can be imported, and what
    is assigned as it is written.
    """
    path, package = names.get("__file__"), names.get("__package__")
    return dict(imported(path, package or "")) if isinstance(path, str) else {}


@functools.lru_cache(maxsize=256)
def imported(path: str, package: str) -> tuple[tuple[str, Any], ...]:
    found: dict[str, Any] = {"TYPE_CHECKING": True}
    for node in typing_statements(path):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            for alias in node.names:
                with contextlib.suppress(Exception):  # importing may raise anything
                    name, value = bound(node, alias, package)
                    found[name] = value
        elif isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            written = ast.get_source_segment("".join(linecache.getlines(path)), node.value)
            found.update({one.id: written for one in targets if isinstance(one, ast.Name)})
    return tuple(found.items())


def typing_statements(path: str) -> Iterator[ast.AST]:
    try:
        tree = ast.parse("".join(linecache.getlines(path)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    for top in tree.body:
        if isinstance(top, ast.If) and "TYPE_CHECKING" in ast.dump(top.test):
            yield from (node for one in top.body for node in ast.walk(one))


def loaded(name: str, package: str = "") -> ModuleType:
    """The module; for `typing_extensions`, where it is not installed, that of which it is the extension."""
    try:
        return importlib.import_module(name, package or None)
    except ModuleNotFoundError:
        if name != "typing_extensions":
            raise
        return typing


def bound(node: ast.Import | ast.ImportFrom, alias: ast.alias, package: str) -> tuple[str, Any]:
    if isinstance(node, ast.Import):
        module = loaded(alias.name)
        first = loaded(alias.name.partition(".")[0])
        return (alias.asname, module) if alias.asname else (first.__name__, first)
    source = loaded("." * node.level + (node.module or ""), package)
    try:
        value = getattr(source, alias.name)
    except AttributeError:
        value = importlib.import_module(source.__name__ + "." + alias.name)
    return alias.asname or alias.name, value
