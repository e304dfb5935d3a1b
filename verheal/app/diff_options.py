"""What a `diff` is told."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class FunctionsOf:
    """Two functions, each named by its file and its qualified name."""

    before: tuple[Path, str]
    after: tuple[Path, str]


@dataclass(frozen=True)
class FilesOf:
    """Two files, or two folders."""

    before: Path
    after: Path


@dataclass(frozen=True)
class RevisionsOf:
    """Two revisions of the repository around the current directory; `after` None is the working tree. `common`: not
    `before` itself, but where it and `after` parted. `paths` limit what is compared; empty means everything."""

    before: str
    after: str | None
    paths: tuple[str, ...] = ()
    common: bool = False


Compared = FunctionsOf | FilesOf | RevisionsOf
