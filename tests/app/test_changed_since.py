"""`--changed-since`: what a change touches, through calls too, in a real git repository."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from verheal.app.exit_code import exit_code
from verheal.errors import UsageError

if TYPE_CHECKING:
    from tests.app.conftest import Project

BASE = """
def half(x: int) -> int:
    return x // 2


def other(x: int) -> int:
    return x + 1
"""
CALLER = """
from base import half


def quarter(x: int) -> int:
    return half(half(x))


def alone(x: int) -> int:
    return -x
"""

NEW = """
def fails(x: int) -> int:
    assert x < 0
    y = x
    assert y < -1
    return y
"""


def git(project: Project, *arguments: str) -> None:
    names = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", *names, *arguments], cwd=project.folder, check=True, capture_output=True)


@pytest.fixture
def committed(project: Project) -> Project:
    project.write("base.py", BASE)
    project.write("caller.py", CALLER)
    git(project, "init", "-q", "-b", "main")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "first")
    return project


def shown(project: Project, since: str) -> tuple[set[str], int, int]:
    result = project.check(since=since)
    return {f.function for f in result.functions}, result.unchanged, exit_code(result)


def test_without_a_change_nothing_is_looked_at_and_all_is_well(committed: Project) -> None:
    committed.write("base.py", BASE.replace("return x // 2", "return x // 2  # rounds down"))
    assert shown(committed, "main") == (set(), 4, 0)


def test_callers_of_what_changed_are_looked_at_in_other_files_too(committed: Project) -> None:
    committed.write("base.py", BASE.replace("x // 2", "x // 3"))
    assert shown(committed, "HEAD") == ({"half", "quarter"}, 2, 0)


def test_a_new_file_is_all_new(committed: Project) -> None:
    committed.write("new.py", NEW)
    assert shown(committed, "HEAD") == ({"fails"}, 4, 1)
    git(committed, "add", "-A")
    git(committed, "commit", "-qm", "second")
    assert shown(committed, "HEAD") == (set(), 5, 0)
    assert shown(committed, "HEAD~1") == ({"fails"}, 4, 1)


def test_a_revision_that_does_not_exist_is_named(committed: Project) -> None:
    with pytest.raises(UsageError, match="mian: no such revision"):
        committed.check(since="mian")


def test_without_a_repository_there_is_no_revision(project: Project) -> None:
    project.write("base.py", BASE)
    with pytest.raises(UsageError, match="not in a git repository"):
        project.check(since="main")
