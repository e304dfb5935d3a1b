"""Which files are modules, and what they are called: from paths that a person names to `SourceFile`s.

Reads directories, never the files in them. The order of the answer depends on names only.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from verheal.contracts.source.model import Problem
from verheal.contracts.source.naming import ModuleName, module_name

SUFFIXES = (".py", ".pyi")
SKIPPED_FOLDERS = frozenset({
    ".git", ".hg", ".svn", ".venv", "venv", ".tox", ".nox", ".eggs", ".mypy_cache", ".ruff_cache",
    ".pytest_cache", ".hypothesis", "__pypackages__", "node_modules", "__pycache__", ".verheal",
    "site-packages",
})
SKIPPED_UNLESS_PACKAGE = frozenset({"build", "dist"})


class MissingPath(Exception):
    """A path that was named does not exist; `path` is as it was written."""

    def __init__(self, path: str) -> None:
        super().__init__(f"no such file or folder: {path}")
        self.path = path


@dataclass(frozen=True)
class SourceFile:
    """A file to read. `path` is relative to the root where it lies below it, else absolute; `file` opens."""

    path: str
    file: str
    name: ModuleName
    is_stub: bool


@dataclass(frozen=True)
class Discovery:
    files: tuple[SourceFile, ...]
    problems: tuple[Problem, ...]


def discover(
    paths: Sequence[str | Path], root: str | Path = ".", exclude: Sequence[str] = ()
) -> Discovery:
    """The modules at `paths`, each file once, by path.

    Relative paths are read from `root`. `exclude` are globs over the path below `root` or over one of its
    parts (`*` also crosses `/`); like the folders skipped by habit they never hide a path that is named.
    Raises MissingPath when a named path does not exist.
    """
    base = Path(os.path.abspath(root))
    walk = _Walk(base, tuple(exclude))
    for path in paths:
        named = base / path
        if not os.path.lexists(named):
            raise MissingPath(str(path))
        walk.add(Path(os.path.normpath(named)))
    files = sorted(walk.files.values(), key=lambda f: (f.path, f.file))
    return Discovery(tuple(files), tuple(sorted(walk.problems, key=lambda p: (p.path, p.code))))


class _Walk:
    """The state of one discovery: what was found, by real path, so that no file is read twice."""

    def __init__(self, base: Path, exclude: tuple[str, ...]) -> None:
        self.base = base
        self.exclude = exclude
        self.files: dict[str, SourceFile] = {}
        self.folders: set[str] = set()
        self.problems: set[Problem] = set()

    def add(self, path: Path) -> None:
        mode = self._mode(path, report=True)
        if mode is None:
            return
        if stat.S_ISDIR(mode):
            self._folder(path, path, ())
        else:
            self._file(path, path.parent)

    def _shown(self, path: Path) -> str:
        inside = path.is_relative_to(self.base)
        return (path.relative_to(self.base) if inside else path).as_posix()

    def _problem(self, path: Path, code: str, message: str) -> None:
        self.problems.add(Problem(self._shown(path), 0, code, message))

    def _mode(self, path: Path, report: bool) -> int | None:
        try:
            return path.stat().st_mode
        except OSError as error:
            if report:
                self._problem(path, *_os_problem(error, path))
            return None

    def _file(self, path: Path, named: Path) -> None:
        real = os.path.realpath(path)
        shown = self._shown(path)
        known = self.files.get(real)
        # A file that is reached twice keeps the smallest name, whatever the order of the arguments.
        if known is None or shown < known.path:
            name = module_name(path, named)
            self.files[real] = SourceFile(shown, str(path), name, path.suffix == ".pyi")

    def _folder(self, path: Path, named: Path, above: tuple[str, ...]) -> None:
        real = os.path.realpath(path)
        if real in above:
            self._problem(path, "symlink-loop", f"links back to {self._shown(Path(real))}; not followed")
            return
        if real in self.folders:
            return
        self.folders.add(real)
        try:
            entries = sorted(os.scandir(path), key=lambda e: (e.is_symlink(), e.name))
        except OSError as error:
            self._problem(path, *_os_problem(error, path))
            return
        for child in self._children(path, entries):
            if child.is_dir():
                self._folder(child, named, (*above, real))
            else:
                self._file(child, named)

    def _children(self, path: Path, entries: Sequence[os.DirEntry[str]]) -> Iterator[Path]:
        for entry in entries:
            child = path / entry.name
            is_module = child.suffix in SUFFIXES and not entry.name.startswith(".#")
            mode = self._mode(child, report=is_module)
            if mode is None or _excluded(self._shown(child), self.exclude):
                continue
            if stat.S_ISDIR(mode):
                if not _skipped_folder(child):
                    yield child
            elif is_module:
                yield child


def _skipped_folder(path: Path) -> bool:
    name = path.name
    if name in SKIPPED_FOLDERS or name.endswith(".egg-info"):
        return True
    # A package may well be called `build`; a build folder has no __init__.py.
    if name in SKIPPED_UNLESS_PACKAGE and not os.path.exists(path / "__init__.py"):
        return True
    return os.path.exists(path / "pyvenv.cfg")


def _excluded(shown: str, patterns: Sequence[str]) -> bool:
    parts = shown.split("/")
    for pattern in patterns:
        glob = pattern.rstrip("/").removeprefix("./")
        if fnmatchcase(shown, glob) or ("/" not in glob and any(fnmatchcase(p, glob) for p in parts)):
            return True
        if glob.startswith("**/") and fnmatchcase(shown, glob[3:]):
            return True
    return False


def _os_problem(error: OSError, path: Path) -> tuple[str, str]:
    """The code and message of a path that cannot be looked at."""
    if error.errno == errno.ELOOP:
        return "symlink-loop", "a symbolic link that leads to itself"
    if isinstance(error, FileNotFoundError) and path.is_symlink():
        return "broken-symlink", f"links to {os.readlink(path)}, which does not exist"
    if isinstance(error, PermissionError):
        return "permission-denied", "cannot be read: permission denied"
    return "unreadable", f"cannot be read: {error.strerror or error}"
