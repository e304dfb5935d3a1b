"""Which files git could bring back as they are: only those are changed without being asked twice."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from verheal.errors import MissingTool, UsageError

MOST_NAMED = 3


def expect_clean(files: Iterable[Path]) -> None:
    """Raises UsageError where git does not have a file as it stands, MissingTool without git."""
    try:
        import git
    except ImportError as error:  # it looks for the program `git` when it is imported
        raise MissingTool(f"git cannot be asked: {str(error).splitlines()[0]}") from error
    hint = "commit or stash first, or say --allow-dirty"
    by_folder: dict[str, list[str]] = {}
    for file in files:
        real = os.path.realpath(file)
        by_folder.setdefault(os.path.dirname(real), []).append(real)
    dirty: list[str] = []
    for folder, names in by_folder.items():
        try:
            with git.Repo(folder, search_parent_directories=True) as repository:
                tracked = set(repository.git.ls_files("-z", "--full-name", "--", *names).split("\0"))
                changed = repository.git.status("--porcelain", "-z", "--", *names)
                top = str(repository.working_dir)
        except git.exc.GitError:
            raise UsageError(f"{folder}: not in a git repository, which could bring files back", hint=hint) from None
        told = {entry[3:] for entry in changed.split("\0") if len(entry) > 3}
        for name in names:
            below = os.path.relpath(name, os.path.realpath(top))
            if below not in tracked or below in told:
                dirty.append(os.path.relpath(name))
    if dirty:
        shown = ", ".join(sorted(dirty)[:MOST_NAMED]) + (", ..." if len(dirty) > MOST_NAMED else "")
        raise UsageError(f"{shown}: git does not have this as it stands", hint=hint)
