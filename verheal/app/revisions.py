"""Revisions of a git repository as folders. The user's repository is read, never written."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from verheal.app.diff_options import RevisionsOf
from verheal.errors import MissingTool, UsageError
from verheal.prover.isolation.sweep import scratch_folder

if TYPE_CHECKING:
    from git import Commit, Repo

LARGEST = 20 << 20  # bytes of a file that is taken along: code may read what lies beside it
LINK = 0o120000
WORKING_TREE = "the working tree"


@contextmanager
def folders(wanted: RevisionsOf, base: Path) -> Iterator[tuple[Path, Path, tuple[str, str], tuple[str, ...]]]:
    """Two folders with the two versions, what to call these, and the paths that are wanted, below both.

    What has to be written lies outside of the repository, and is gone afterwards. Raises UsageError.
    """
    with _opened(base) as repository, scratch_folder() as scratch:
        top = Path(str(repository.working_dir)).resolve()
        before = _commit(repository, wanted.before, wanted.paths)
        after = None if wanted.after is None else _commit(repository, wanted.after, wanted.paths)
        if wanted.common and after is not None:
            before = _parting(repository, before, after, wanted)
        first = _written(before, Path(scratch) / "before")
        if after is None:
            if repository.bare:
                raise UsageError("a bare repository has no working tree", hint="name two revisions: REV1..REV2")
            second = top
        else:
            second = _written(after, Path(scratch) / "after")
        paths = tuple(_below(path, top, base, (first, second)) for path in wanted.paths)
        names = (_name(wanted.before, before), WORKING_TREE if after is None else _name(wanted.after or "", after))
        yield first, second, names, paths


@contextmanager
def _opened(base: Path) -> Iterator[Repo]:
    try:
        import git
    except ImportError as error:  # it looks for the program `git` when it is imported
        raise MissingTool(f"revisions cannot be read: {str(error).splitlines()[0]}") from error
    try:
        repository = git.Repo(base, search_parent_directories=True)
    except git.exc.GitError as error:
        hint = "two files need none: verheal diff OLD.py NEW.py"
        raise UsageError(f"{base.resolve()}: not in a git repository", hint=hint) from error
    try:
        yield repository
    except git.exc.GitCommandError as error:
        said = str(error.stderr or error).strip().strip("'").splitlines()
        raise UsageError(f"git says: {said[0] if said else error}") from error
    finally:
        repository.close()


def _commit(repository: Repo, name: str, paths: tuple[str, ...]) -> Commit:
    try:
        return repository.commit(name)
    except _unresolved() as error:
        if not repository.heads and not repository.tags and name == "HEAD":
            raise UsageError("the repository has no commit yet", hint="there is nothing to compare with") from error
        raise UsageError(f"{name}: no such revision", hint=_hint(repository, name, paths)) from error


def _unresolved() -> tuple[type[Exception], ...]:
    import git
    import gitdb.exc

    return (ValueError, IndexError, git.exc.GitCommandError, gitdb.exc.ODBError)


def _hint(repository: Repo, name: str, paths: tuple[str, ...]) -> str:
    if os.path.exists(name):
        return f"a path stands behind a revision: verheal diff HEAD {' '.join((name, *paths))}"
    if name.endswith(".py"):
        return f"if {name} is a file, it does not exist here"
    names = [reference.name for reference in repository.references]
    close = get_close_matches(name, names, n=1, cutoff=0.5)
    return f"did you mean {close[0]}?" if close else "`git log --oneline --all` lists revisions"


def _parting(repository: Repo, before: Commit, after: Commit, wanted: RevisionsOf) -> Commit:
    found: list[Any] = repository.merge_base(before, after)
    if not found:
        raise UsageError(f"{wanted.before} and {wanted.after} have no commit in common")
    parting: Commit = found[0]
    return parting


def _name(written: str, commit: Commit) -> str:
    short = commit.hexsha[:10]
    return short if commit.hexsha.startswith(written) else f"{written} ({short})"


def _written(commit: Commit, folder: Path) -> Path:
    """The files of the commit. A link that leads out of it is left out, as are submodules and what is very large."""
    folder.mkdir()
    (folder / ".git").mkdir()  # empty: names of modules start where a repository does
    home = os.path.realpath(folder)
    entries: Any = commit.tree.traverse()
    for entry in entries:
        if entry.type != "blob" or entry.size > LARGEST or ".git" in Path(entry.path).parts:
            continue
        path = folder / entry.path
        path.parent.mkdir(parents=True, exist_ok=True)
        data = entry.data_stream.read()
        if entry.mode != LINK:
            path.write_bytes(data)
        elif os.path.realpath(os.path.join(path.parent, os.fsdecode(data))).startswith(home + os.sep):
            path.symlink_to(os.fsdecode(data))
    return folder


def _below(path: str, top: Path, base: Path, versions: tuple[Path, Path]) -> str:
    """The path as it stands below the repository. Raises UsageError where neither version has it."""
    absolute = Path(os.path.abspath(base / path))
    try:
        below = absolute.parent.resolve().joinpath(absolute.name).relative_to(top)
    except ValueError as error:
        raise UsageError(f"{path}: lies outside of the repository {top}") from error
    if not any(os.path.lexists(version / below) for version in versions):
        raise UsageError(f"{path}: is in neither version", hint="paths are relative to the current directory")
    return below.as_posix()
