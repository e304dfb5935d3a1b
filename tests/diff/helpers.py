"""Two texts to an answer."""

from __future__ import annotations

import textwrap
from pathlib import Path

from verheal.app.diff import diff
from verheal.app.diff_options import FilesOf, FunctionsOf
from verheal.app.options import CheckOptions
from verheal.report.diff_model import DiffResult, PairResult

BUDGET = 3.0


def options(root: Path, budget: float = BUDGET) -> CheckOptions:
    return CheckOptions(root=root, budget=budget, jobs=2, cache=False)


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(textwrap.dedent(text).lstrip(), encoding="utf-8")
    return path


def pair(folder: Path, before: str, after: str, name: str = "f", later: str = "", budget: float = BUDGET) -> PairResult:
    """The answer for `name` in two files of their own."""
    one, other = write(folder, "before.py", before), write(folder, "after.py", after)
    (found,) = diff(FunctionsOf((one, name), (other, later or name)), options(folder, budget)).pairs
    return found


def files(folder: Path, before: str, after: str) -> DiffResult:
    one, other = write(folder, "before.py", before), write(folder, "after.py", after)
    return diff(FilesOf(one, other), options(folder))
