"""Imports the module under test as its own package would."""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import os
import sys
from collections.abc import Iterable
from types import ModuleType
from typing import Any

from . import erased


def preload(libraries: Iterable[str]) -> tuple[str, ...]:
    """Imports those that are installed; the names of all modules that came with them. Never raises."""
    before = set(sys.modules)
    for library in libraries:
        with contextlib.suppress(BaseException):
            importlib.import_module(library)
    return tuple(sorted(set(sys.modules) - before))


def load(where: dict[str, Any], preloaded: Iterable[str] = ()) -> ModuleType:
    """`where` has "root" (goes to the front of sys.path), "name" (dotted) and "path" (the file). Raises what
    it raises."""
    root, name, path = str(where["root"]), str(where["name"]), str(where["path"])
    make_way(root, preloaded)
    sys.path.insert(0, root)
    erased.watch(root)
    importlib.invalidate_caches()
    if is_importable(root, name, path) and name not in sys.modules:
        module = importlib.import_module(name)
        if same_file(getattr(module, "__file__", None), path):
            return module
    return load_by_path(name, path)


def make_way(root: str, preloaded: Iterable[str]) -> None:
    """Forgets what was imported before, where the folder has a module of the same name as any of it."""
    try:
        own = {os.path.splitext(entry)[0] for entry in os.listdir(root)}
    except OSError:
        return
    if not own.isdisjoint(name.partition(".")[0] for name in preloaded):
        for name in preloaded:
            sys.modules.pop(name, None)


def is_importable(root: str, name: str, path: str) -> bool:
    """Whether `import name` with `root` on the path means this file."""
    expected = os.path.join(root, *name.split("."))
    return all(part.isidentifier() for part in name.split(".")) and (
        same_file(expected + ".py", path) or same_file(os.path.join(expected, "__init__.py"), path)
    )


def same_file(one: Any, other: str) -> bool:
    return isinstance(one, str) and os.path.realpath(one) == os.path.realpath(other)


def load_by_path(name: str, path: str) -> ModuleType:
    """For files whose name is no module name, or is taken by a module of the standard library."""
    loader = erased.loader(name, path)  # whatever the suffix: scripts often have none
    spec = importlib.util.spec_from_file_location(name, path, loader=loader)
    if spec is None:
        raise ImportError("not a Python file: " + path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses and pickle look their module up there
    loader.exec_module(module)
    return module
