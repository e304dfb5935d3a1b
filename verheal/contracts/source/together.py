"""A file with what it imports from around it: what has to be read to know what one file does."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from verheal.contracts.source.model import Module, Repository
from verheal.contracts.source.repository import read_repository

MOST_FILES = 200


def read_together(file: str | Path, root: str | Path = ".") -> Repository:
    """The file and, transitively, the modules that it imports and that lie where its own name starts.

    Raises MissingPath for a file that does not exist.
    """
    paths = [str(file)]
    while True:
        repository = read_repository(paths, root)
        known = {os.path.realpath(os.path.join(repository.root, m.path)) for m in repository.modules}
        found = dict.fromkeys(p for m in repository.modules for p in _imported(m) if os.path.realpath(p) not in known)
        fresh = [path for path in found if path not in paths]
        if not fresh or len(paths) + len(fresh) > MOST_FILES:
            return repository
        paths += fresh


def _imported(module: Module) -> Iterator[str]:
    for one in module.imports:
        for name in dict.fromkeys((one.loads or one.module, one.module, f"{one.module}.{one.attribute}")):
            parts = [part for part in name.split(".") if part]
            for size in range(1, len(parts) + 1):
                base = os.path.join(module.import_root, *parts[:size])
                yield from (p for p in (base + ".py", os.path.join(base, "__init__.py")) if os.path.isfile(p))
