"""Real repositories: what is compared with what, and that nothing is written to them."""

from __future__ import annotations

import hashlib
import os
import subprocess
import textwrap
from pathlib import Path

import pytest

from tests.diff.helpers import options, write
from verheal.app.diff import diff, exit_code
from verheal.app.diff_options import RevisionsOf
from verheal.errors import UsageError
from verheal.report.diff_model import DiffResult

BEFORE = """
    LIMIT = 3

    def clean(x: int) -> int:
        return abs(x)

    def use(xs: list[int]) -> list[int]:
        return [clean(x) for x in xs]

    def capped(x: int) -> int:
        return min(x, LIMIT)

    def old(x: int, by: int) -> int:
        return x * 2 + by - (x if by else 1)

    def gone(x: int) -> int:
        return x

    def same(x: int) -> int:
        return x
"""
AFTER = """
    '''Another docstring.'''
    LIMIT = 4

    def clean(x: int) -> int:
        return x + 1

    def use(xs: list[int]) -> list[int]:
        return [clean(x) for x in xs]

    def capped(x: int) -> int:
        return min(x, LIMIT)  # a comment

    def newer(x: int, by: int) -> int:
        return x * 2 + by - (x if by else 1)

    def fresh(text: str) -> None:
        pass

    def same(x: int) -> int:

        return x
"""


def git(folder: Path, *arguments: str) -> str:
    who = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@b"}
    bare = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "PATH": os.environ["PATH"]}
    command = ["git", "-c", "init.defaultBranch=main", *arguments]
    return subprocess.run(command, cwd=folder, env={**bare, **who}, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two commits and a clean tree; the current directory is in it."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "-q")
    for text, message in ((BEFORE, "one"), (AFTER, "two")):
        write(folder, "pkg/__init__.py", "")
        write(folder, "pkg/a.py", text)
        git(folder, "add", "-A")
        git(folder, "commit", "-qm", message)
    monkeypatch.chdir(folder)
    return folder


def compare(folder: Path, before: str, after: str | None, *paths: str, common: bool = False) -> DiffResult:
    return diff(RevisionsOf(before, after, paths, common), options(folder, 1.0))


def answers(result: DiffResult) -> dict[str, str]:
    return {pair.after.function: pair.verdict for pair in result.pairs}


def digest(folder: Path) -> str:
    """Of every file of the repository, those of git included."""
    found = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        found.update(f"{path} {path.stat().st_mtime_ns}".encode() + path.read_bytes())
    return found.hexdigest()


def test_two_revisions(repository: Path) -> None:
    before = digest(repository)
    result = compare(repository, "HEAD~1", "HEAD")
    assert digest(repository) == before
    found = {pair.after.function: pair for pair in result.pairs}
    assert set(found) == {"clean", "use", "capped", "newer"}
    assert [found[name].verdict for name in ("clean", "use", "capped")] == ["different"] * 3
    assert (found["use"].kind, found["use"].through) == ("caller", ("clean",))
    assert found["use"].witness is not None and found["use"].witness.call.startswith("use([")
    assert (found["newer"].kind, found["newer"].before.function) == ("renamed", "old")
    assert found["newer"].verdict != "different"
    assert [place.function for place in result.added] == ["fresh"]
    assert [place.function for place in result.removed] == ["gone"]
    assert result.unchanged == 1 and exit_code(result) == 1
    assert result.before.startswith("HEAD~1 (") and found["clean"].after.path == "pkg/a.py"


def test_the_working_tree(repository: Path) -> None:
    assert (answers(compare(repository, "HEAD", None)), exit_code(compare(repository, "HEAD", None))) == ({}, 5)
    write(repository, "pkg/a.py", textwrap.dedent(AFTER).replace("return x + 1", "return x - 1"))
    write(repository, "pkg/b.py", "def untracked(x: int) -> int:\n    return x\n")
    result = compare(repository, "HEAD", None)
    assert answers(result) == {"clean": "different", "use": "different"}
    assert result.after == "the working tree"


def test_only_some_paths(repository: Path) -> None:
    write(repository, "pkg/b.py", "def other(x: int) -> int:\n    return x\n")
    assert answers(compare(repository, "HEAD~1", None, "pkg/b.py")) == {}
    assert "clean" in answers(compare(repository, "HEAD~1", None, "pkg"))


def test_where_two_branches_parted(repository: Path) -> None:
    git(repository, "checkout", "-qb", "feature", "HEAD~1")
    write(repository, "pkg/c.py", "def own(x: int) -> int:\n    return x\n")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "three")
    result = compare(repository, "main", "feature", common=True)
    assert answers(result) == {} and [place.function for place in result.added] == ["own"]


def test_a_function_that_moved(repository: Path) -> None:
    lines = textwrap.dedent(AFTER).strip()
    write(repository, "pkg/a.py", lines.replace("def same(x: int) -> int:\n\n    return x", ""))
    write(repository, "pkg/deeper/b.py", "def same(x: int) -> int:\n    return -x\n")
    (pair,) = compare(repository, "HEAD", None).pairs
    assert (pair.kind, pair.before.path, pair.after.path) == ("moved", "pkg/a.py", "pkg/deeper/b.py")
    assert pair.verdict == "different"


def test_a_version_that_cannot_be_read(repository: Path) -> None:
    write(repository, "pkg/a.py", "def clean(x: int -> int:\n    return x\n")
    result = compare(repository, "HEAD", None)
    assert [(p.path, p.line, p.code) for p in result.problems] == [("pkg/a.py", 1, "syntax-error")]
    assert exit_code(result) == 1


def test_what_is_not_there(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match="nothing: no such revision"):
        compare(repository, "nothing", None)
    with pytest.raises(UsageError) as found:
        compare(repository, "mein", None)
    assert found.value.hint == "did you mean main?"
    with pytest.raises(UsageError) as found:
        compare(repository, "pkg/a.py", None)
    assert "verheal diff HEAD pkg/a.py" in found.value.hint
    with pytest.raises(UsageError, match="is in neither version"):
        compare(repository, "HEAD", None, "missing.py")
    with pytest.raises(UsageError, match="outside of the repository"):
        compare(repository, "HEAD", None, "/etc")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="not in a git repository"):
        compare(tmp_path, "HEAD", None)


def test_a_repository_without_commits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(tmp_path, "init", "-q")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="no commit yet"):
        compare(tmp_path, "HEAD", None)
