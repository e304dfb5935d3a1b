"""Finding and reading the configuration. Every error names file, key or line, and what would be right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from verheal.config.model import Config, SkipEntry
from verheal.errors import UsageError

FILE = "pyproject.toml"
KEYS = "paths, exclude, python, jobs, budget, require, strict, skip, isolation, cache, corroborate"


def load(start: Path, explicit: Path | None = None) -> Config:
    """The configuration for `start`: of `explicit`, else of the nearest pyproject.toml with the table.

    Raises UsageError when a file on the way cannot be read, is no TOML, or has a wrong key or value.
    """
    if explicit is not None:
        table = _table(explicit, required=True)
        return _config(explicit.resolve(), table) if table is not None else Config(explicit.resolve().parent)
    start = start.resolve()
    folders = (start, *start.parents) if start.is_dir() else tuple(start.parents)
    for folder in folders:
        path = folder / FILE
        if path.is_file() and (table := _table(path, required=False)) is not None:
            return _config(path, table)
    return Config(default_root(folders))


def default_root(folders: Sequence[Path]) -> Path:
    """Where `.verheal/` goes without a configuration: the project below the current directory, else here.

    What lies outside the current directory (an installed package, say) is not ours to write into.
    """
    here = Path.cwd().resolve()
    for folder in folders:
        if not folder.is_relative_to(here):
            break
        if (folder / FILE).exists() or (folder / ".git").exists():
            return folder
    return here


def _table(path: Path, *, required: bool) -> dict[str, Any] | None:
    import tomllib

    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise UsageError(
            f"cannot be read: {error.strerror}", path=path, hint="name another file by --config"
        ) from error
    except UnicodeDecodeError as error:
        raise UsageError("is not UTF-8, which TOML files must be", path=path) from error
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        raise UsageError(
            f"is not valid TOML: {error}", path=path, line=int(found[1]) if found else 0
        ) from error
    tool = document.get("tool")
    table = tool.get("verheal") if isinstance(tool, dict) else None
    if table is None and required:
        raise UsageError("has no [tool.verheal] table", path=path, hint="`verheal init` writes one")
    if table is not None and not isinstance(table, dict):
        raise UsageError("tool.verheal must be a table", path=path, line=_line(text, "verheal"))
    return table


def _config(path: Path, table: dict[str, Any]) -> Config:
    from pydantic import ValidationError

    from verheal.config.table import Table

    try:
        read = Table.model_validate(table)
    except ValidationError as error:
        raise _explained(path, error.errors()[0]) from error
    skip = tuple(SkipEntry(entry.path, entry.reason, entry.function) for entry in read.skip)
    plain = read.model_dump(exclude={"paths", "exclude", "skip"})
    return Config(path.parent, path, tuple(read.paths), tuple(read.exclude), skip=skip, **plain)


def _explained(path: Path, error: Any) -> UsageError:
    key = ".".join(str(part) for part in error["loc"])
    first = str(error["loc"][0])
    line = _line(path.read_text(encoding="utf-8"), first)
    if error["type"] == "extra_forbidden":
        return UsageError(
            f"tool.verheal.{key}: unknown key", path=path, line=line, hint=f"the keys are {KEYS}"
        )
    shown = "" if error["type"] == "missing" else f", not {error['input']!r}"
    message = str(error["msg"])
    message = message[0].lower() + message[1:]
    return UsageError(f"tool.verheal.{key}: {message}{shown}", path=path, line=line)


def _line(text: str, key: str) -> int:
    """The line where `key` is first written below the table's head; 0 when it cannot be told."""
    inside = False
    for number, line in enumerate(text.splitlines(), 1):
        inside = inside or "tool.verheal" in line
        if inside and re.search(rf"(^|[\s.\[\"']){re.escape(key)}[\]\"'\s]*(=|\]|$)", line.strip()):
            return number
    return 0
