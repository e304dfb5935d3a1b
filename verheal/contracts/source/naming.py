"""The dotted name of a module, and the folder that makes it importable under that name."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

PROJECT_MARKS = ("pyproject.toml", "setup.py", "setup.cfg", ".git")


@dataclass(frozen=True)
class ModuleName:
    """`name` is importable with `import_root` on sys.path (by `importlib` where it holds a hyphen)."""

    name: str
    import_root: str
    is_package: bool


def module_name(path: Path, named: Path) -> ModuleName:
    """Name the file at the absolute `path` that was reached from the folder `named`.

    The outermost package around the file decides. Where no `__init__.py` stands beside it (namespace
    packages, scripts) the project's `src`, else its root, else `named` is where names start, so that one
    file has one name whether it, its folder or the project is given.
    """
    top = path.parent
    if _is_package(top):
        while _is_package(top) and top.parent != top:
            top = top.parent
        root = _namespace_root(top, top)
    else:
        root = _namespace_root(path.parent, named)
    parts = list(path.relative_to(root).with_suffix("").parts)
    while any("." in part for part in parts[:-1]):  # a dot in a folder's name cannot be imported through
        root, parts = root / parts[0], parts[1:]
    is_package = parts[-1] == "__init__" and len(parts) > 1
    if is_package:
        parts = parts[:-1]
    return ModuleName(".".join(parts), str(root), is_package)


def _is_package(folder: Path) -> bool:
    return os.path.exists(folder / "__init__.py") or os.path.exists(folder / "__init__.pyi")


def _namespace_root(folder: Path, named: Path) -> Path:
    """The start of names for a `folder` that is no regular package."""
    for above in (folder, *folder.parents):
        if any(os.path.exists(above / mark) for mark in PROJECT_MARKS):
            source = above / "src"
            return source if folder.is_relative_to(source) else above
    source = named / "src"
    return source if folder.is_relative_to(source) else named
