"""The cache of `check`: what is unchanged costs nothing, what is damaged costs time and never a verdict."""

from __future__ import annotations

import os
import sqlite3
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from verheal.app.exit_code import exit_code
from verheal.report.model import CheckResult

if TYPE_CHECKING:
    from tests.app.conftest import Project


def verdicts(result: CheckResult) -> dict[str, str]:
    return {function.function: function.verdict for function in result.functions}


def test_second_run_asks_no_solver_and_lowers_nothing(sample: tuple[Project, CheckResult]) -> None:
    project, first = sample
    second = project.check()
    assert first.stats.solver_calls > 0 and first.stats.lowered == 8
    assert (second.stats.solver_calls, second.stats.lowered) == (0, 0)
    assert second.stats.cache_hits == 8
    assert second.obligations == first.obligations and second.functions == first.functions


def test_a_moved_function_keeps_its_verdicts_at_its_new_lines(project: Project, source: str) -> None:
    project.write("m.py", source)
    first = project.check(functions=("ratio",))
    project.write("m.py", "# a comment\n\n\n" + textwrap.dedent(source))
    second = project.check(functions=("ratio",))
    assert second.stats.lowered == 0
    assert [o.line + 3 for o in first.obligations] == [o.line for o in second.obligations]


def test_a_changed_function_rechecks_only_its_cone(project: Project, source: str) -> None:
    project.write("m.py", source)
    project.check()
    project.write("m.py", source.replace("x // 2", "x // 2 - 1"))
    again = project.check()
    assert again.stats.lowered == 2 and again.stats.cache_hits == 6  # half and quarter
    assert verdicts(again)["half"] == "proved"


def test_another_budget_is_another_key(project: Project) -> None:
    project.write("m.py", "def f(x: int) -> int:\n    return x\n")
    project.check()
    assert project.check(budget=7.0).stats.lowered == 1


@pytest.mark.parametrize("damage", ["garbage", "truncated", "schema", "rows", "table"])
def test_a_damaged_cache_costs_time_and_is_told(project: Project, damage: str) -> None:
    project.write("m.py", "def f(x: int) -> int:\n    return x // 2\n")
    first = project.check()
    path = project.folder / ".verheal" / "cache.sqlite"
    _damage(path, damage)
    second = project.check()
    assert verdicts(second) == verdicts(first) == {"f": "proved"}
    assert second.stats.lowered == 1
    assert any(problem.code == "cache" for problem in second.problems)
    assert exit_code(second) == 0
    assert project.check().stats.lowered == 0


def _damage(path: Path, damage: str) -> None:
    match damage:
        case "garbage":
            path.write_bytes(b"not a database at all" * 100)
        case "truncated":
            path.write_bytes(path.read_bytes()[:5000])
        case _:
            statement = {
                "schema": "PRAGMA user_version = 99",
                "rows": "UPDATE reports SET body = x'00'",
                "table": "DROP TABLE reports",
            }[damage]
            connection = sqlite3.connect(path)
            with connection:
                connection.execute(statement)
            connection.close()


def test_forged_rows_are_not_believed(project: Project) -> None:
    project.write("m.py", "def f(x: int) -> int:\n    return 1 // x\n")
    assert verdicts(project.check()) == {"f": "refuted"}
    path = project.folder / ".verheal" / "cache.sqlite"
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("UPDATE reports SET body = (SELECT body FROM solver LIMIT 1)")
    connection.close()
    assert verdicts(project.check()) == {"f": "refuted"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_cache_is_read(project: Project) -> None:
    project.write("m.py", "def f(x: int) -> int:\n    return x // 2\n")
    project.check()
    folder = project.folder / ".verheal"
    folder.chmod(0o500)
    try:
        assert verdicts(project.check()) == {"f": "proved"}
    finally:
        folder.chmod(0o700)


def test_the_folder_ignores_itself(project: Project) -> None:
    project.write("m.py", "def f(x: int) -> int:\n    return x\n")
    project.check()
    assert "*" in (project.folder / ".verheal" / ".gitignore").read_text().splitlines()


def test_no_cache_writes_nothing(project: Project) -> None:
    project.write("m.py", "def f(x: int) -> int:\n    return x\n")
    assert verdicts(project.check(cache=False)) == {"f": "proved"}
    assert not (project.folder / ".verheal").exists()
