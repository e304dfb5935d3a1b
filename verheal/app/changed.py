"""Which functions a revision already had as they are now, with all that they run."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from verheal.app.diff_options import RevisionsOf
from verheal.app.revisions import folders
from verheal.contracts.source.closure import Closures
from verheal.contracts.source.model import Repository
from verheal.contracts.source.repository import read_repository


@dataclass(frozen=True)
class Unchanged:
    """`keys` of functions; `since` is the revision as people call it, "" where nobody asked."""

    since: str = ""
    keys: frozenset[str] = frozenset()


def unchanged(
    repository: Repository, revision: str, paths: tuple[str, ...], base: Path, exclude: Sequence[str]
) -> Unchanged:
    """The functions whose transitive source closure is that of the revision; layout and comments do not count.

    Raises UsageError for a revision that does not exist, or without a git repository around `base`.
    """
    with folders(RevisionsOf(revision, None, paths), base) as (before, _, names, below):
        there = tuple(path for path in below if os.path.lexists(before / path))
        earlier = read_repository(there, before, exclude) if there else None
    if earlier is None:
        return Unchanged(names[0])
    then, now = Closures(earlier), Closures(repository)
    known = {function.key: function for function in earlier.functions}
    same = {f.key for f in repository.functions if f.key in known and then.digest(f.key) == now.digest(f.key)}
    return Unchanged(names[0], frozenset(same))
