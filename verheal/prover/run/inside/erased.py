"""Modules with specification statements that CPython is not meant to execute are loaded without them."""

from __future__ import annotations

import ast
import importlib.util
import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from types import CodeType, ModuleType
from typing import Any


class Eraser(SourceFileLoader):
    """Compiles what is left of the file, whatever of it was compiled before."""

    def get_code(self, fullname: str) -> CodeType:
        path = self.get_filename(fullname)
        tree = ghost().plain(ast.parse(self.get_data(path), path))
        return compile(tree, path, "exec", dont_inherit=True)


def ghost() -> Any:
    """What the lowering erases with; loaded when it is needed, as its syntax is not that of every interpreter."""
    name = "_verheal_ghost"
    if name not in sys.modules:
        here = os.path.dirname(os.path.abspath(__file__))
        folder = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(here))), "contracts", "ghost")
        path = os.path.join(folder, "__init__.py")
        spec = importlib.util.spec_from_file_location(name, path, submodule_search_locations=[folder])
        if spec is None or spec.loader is None:
            raise ImportError(path)
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    return sys.modules[name]


class Finder:
    """Finds such modules below `root`, and no others."""

    def __init__(self, root: str) -> None:
        self.root = root

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """As `importlib.abc.MetaPathFinder` says."""
        base = os.path.join(self.root, *fullname.split("."))
        package = os.path.join(base, "__init__.py")
        if uses_notation(package):
            loader = Eraser(fullname, package)
            return importlib.util.spec_from_file_location(
                fullname, package, loader=loader, submodule_search_locations=[base]
            )
        if not os.path.exists(package) and uses_notation(base + ".py"):
            file = base + ".py"
            return importlib.util.spec_from_file_location(fullname, file, loader=Eraser(fullname, file))
        return None


def watch(root: str) -> None:
    """From now on modules below `root` are loaded so."""
    sys.meta_path[:] = [Finder(root), *(one for one in sys.meta_path if not isinstance(one, Finder))]


def loader(name: str, path: str) -> SourceFileLoader:
    """What loads the file, with or without such statements."""
    return Eraser(name, path) if uses_notation(path) else SourceFileLoader(name, path)


def uses_notation(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return b"nagini_contracts" in file.read()
    except OSError:
        return False
