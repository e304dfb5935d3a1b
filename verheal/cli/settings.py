"""Command line over configuration over defaults."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from verheal.app.options import CheckOptions, SkipRule
from verheal.config.load import load
from verheal.config.model import Config
from verheal.errors import UsageError


def settings(parsed: argparse.Namespace) -> tuple[tuple[str, ...], Config, CheckOptions]:
    """The paths to read, the configuration, and the options. Raises UsageError."""
    try:
        os.getcwd()
    except FileNotFoundError as error:
        raise UsageError("the current directory does not exist any more") from error
    for path in parsed.paths:
        if not os.path.lexists(path):
            raise UsageError(f"{path}: no such file or directory", hint=_nearby(path))
    config = load(_start(parsed.paths), Path(parsed.config) if parsed.config else None)
    paths = tuple(parsed.paths) or tuple(_configured(config)) or (".",)
    return paths, config, _options(parsed, config)


def _options(parsed: argparse.Namespace, config: Config) -> CheckOptions:
    jobs = config.jobs if parsed.jobs is None else parsed.jobs
    return CheckOptions(
        root=config.root,
        functions=tuple(getattr(parsed, "function", None) or ()),
        exclude=(*config.exclude, *(getattr(parsed, "exclude", None) or ())),
        python=parsed.python or _interpreter(config),
        jobs=jobs or os.cpu_count() or 1,
        budget=config.budget if parsed.budget is None else parsed.budget,
        isolation=parsed.isolation or config.isolation,
        cache=config.cache and not parsed.no_cache,
        since=getattr(parsed, "changed_since", None),
        corroborate=_corroborated(parsed, config),
        suggests=getattr(parsed, "suggest_invariants", False),
        seeds=getattr(parsed, "seeds", None) or 0,
        skip=tuple(SkipRule(entry.path, entry.function, entry.reason) for entry in config.skip),
    )


def _corroborated(parsed: argparse.Namespace, config: Config) -> bool:
    """Whether it is asked for, by name or by the level that every clause must reach."""
    wanted = getattr(parsed, "require", None) or config.require
    asked = getattr(parsed, "corroborate", False) or config.corroborate
    return parsed.command in ("check", "explain") and (asked or wanted in ("corroborated", "certified"))


def _start(paths: list[str]) -> Path:
    """The folder the search for the configuration starts from: what all the paths have in common."""
    if not paths:
        return Path.cwd()
    absolute = [os.path.abspath(path) for path in paths]
    return Path(os.path.commonpath(absolute))


def _configured(config: Config) -> list[str]:
    found = []
    for name in config.paths:
        path = config.root / name
        if not path.exists():
            raise UsageError(f"tool.verheal.paths: {name} does not exist", path=config.source)
        found.append(os.path.relpath(path))
    return found


def _interpreter(config: Config) -> str | None:
    """A name without a slash is looked up on PATH; anything else is relative to the configuration."""
    if config.python is None or os.sep not in config.python:
        return config.python
    return str(config.root / Path(config.python).expanduser())


def _nearby(path: str) -> str:
    import difflib

    folder = Path(path).parent
    try:
        names = [entry.name for entry in folder.iterdir()]
    except OSError:
        return f"{folder} is no directory either" if not folder.is_dir() else ""
    close = difflib.get_close_matches(Path(path).name, names, n=1)
    return f"did you mean {folder / close[0]}?" if close else "paths are relative to the current directory"
