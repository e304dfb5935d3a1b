"""Imports an analysis tool into the worker: the user's own, else verheal's, after everything of the
user's."""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Any


def load(name: str, elsewhere: list[str]) -> ModuleType | None:
    """The tool's module, or None when it is neither here nor in the folders `elsewhere`."""
    for folders in ([], elsewhere):
        sys.path.extend(folder for folder in folders if folder not in sys.path)
        try:
            return importlib.import_module(name)
        except ImportError:
            continue
    return None


def version(module: Any) -> str:
    """The tool's version as it is installed."""
    from importlib import metadata

    names = {"crosshair": "crosshair-tool"}
    try:
        return metadata.version(names.get(module.__name__, module.__name__))
    except metadata.PackageNotFoundError:
        return str(getattr(module, "__version__", "unknown"))
