"""The configuration as plain data, with its defaults."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class SkipEntry:
    """What matches `path` (a glob, from the root) and `function` (a name or glob) is not checked."""

    path: str
    reason: str
    function: str = "*"


@dataclass(frozen=True)
class Config:
    """One `[tool.verheal]` table. `root` is the folder relative paths in it start from."""

    root: Path
    source: Path | None = None  # the file it was read from; None: all defaults
    paths: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    python: str | None = None
    jobs: int = 0
    budget: float = 10.0
    require: str | None = None
    strict: bool = False
    skip: tuple[SkipEntry, ...] = ()
    isolation: str = "auto"
    cache: bool = True
    corroborate: bool = False
