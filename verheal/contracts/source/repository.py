"""Paths to a `Repository`: the thin layer that opens files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from verheal.contracts.source.discover import SourceFile, discover
from verheal.contracts.source.model import Module, Problem, Repository
from verheal.contracts.source.reader import DEFAULT_LIMITS, Limits, read_text
from verheal.contracts.source.scan import scan
from verheal.contracts.source.stubs import with_stub


def read_repository(
    paths: Sequence[str | Path],
    root: str | Path = ".",
    exclude: Sequence[str] = (),
    limits: Limits = DEFAULT_LIMITS,
) -> Repository:
    """Read all modules at `paths` (relative to `root`); what cannot be read is in `problems`.

    Raises MissingPath for a path that does not exist, and nothing else for any content.
    """
    found = discover(paths, root, exclude)
    read = [_read(file, limits) for file in found.files]
    modules = [m for m in read if isinstance(m, Module)]
    problems = [*found.problems, *(p for p in read if isinstance(p, Problem))]
    return assemble(modules, os.path.abspath(root), problems)


def assemble(modules: Iterable[Module], root: str = "", problems: Iterable[Problem] = ()) -> Repository:
    """One repository of modules scanned elsewhere: stubs joined, names made unique, problems in order."""
    every = list(modules)
    stubs = {m.name: m for m in every if m.is_stub}
    named, clashes = _unique([m for m in every if not m.is_stub])
    joined = tuple(with_stub(m, stubs[m.name]) if m.name in stubs else m for m in named)
    found = {*problems, *clashes, *(p for m in every for p in m.problems)}
    ordered = sorted(found, key=lambda p: (p.path, p.line, p.code, p.message))
    return Repository(root, joined, tuple(ordered), tuple(stubs.values()))


def _read(file: SourceFile, limits: Limits) -> Module | Problem:
    source = read_text(Path(file.file), file.path, limits)
    if isinstance(source, Problem):
        return source
    return scan(source, file.name.name, file.name.is_package, file.name.import_root, file.is_stub)


def _unique(modules: Sequence[Module]) -> tuple[list[Module], list[Problem]]:
    """Modules of one name: the first by path keeps it, the others are called by their path."""
    taken: dict[str, Module] = {}
    problems: list[Problem] = []
    for module in modules:
        other = taken.get(module.name)
        if other is not None:
            name = module.path.removesuffix(".py").strip("/").replace("/", ".")
            while name in taken:
                name += "_"
            message = f"is called {module.name}, as is {other.path}; here it is called {name}"
            problems.append(Problem(module.path, 0, "duplicate-module", message))
            module = _renamed(module, name)
        taken[module.name] = module
    return list(taken.values()), problems


def _renamed(module: Module, name: str) -> Module:
    return replace(
        module,
        name=name,
        functions=tuple(replace(f, module=name) for f in module.functions),
        classes=tuple(replace(c, module=name) for c in module.classes),
    )
