"""What people type and configure wrongly: exit code 2, the place, and what would be right."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.bad_input.project import BAD, Project, assert_unharmed

WRONG: tuple[tuple[tuple[str, ...], str], ...] = (
    (("check", "nowhere"), "nowhere: no such file or directory"),
    (("check", "src", "also/nowhere.py"), "also/nowhere.py: no such file or directory"),
    (("check", "src", "--stict"), "--stict"),
    (("check", "src", "--budget", "soon"), "soon"),
    (("check", "src", "--require", "prooved"), "prooved"),
    (("check", "src", "--function", "halve"), "halve"),
    (("check", "src", "--format", "xml"), "xml"),
    (("check", "src", "-o", "no/such/out.json"), "there is no directory no/such"),
    (("check", "src", "-o", "src"), "src"),
    (("check", "src", "--repro", "src/good.py"), "is no directory"),
    (("check", "src", "--python", "/no/python"), "/no/python"),
    (("check", "src", "--python", "/bin/false"), "/bin/false"),
    (("explain", "nothing|post|x|1", "src"), "there is no obligation"),
    (("chek", "src"), "chek"),
    (("schema", "chek"), "chek"),
)


@pytest.mark.parametrize(("arguments", "said"), WRONG, ids=lambda v: " ".join(v) if isinstance(v, tuple) else "")
def test_wrong_usage(project: Project, arguments: tuple[str, ...], said: str) -> None:
    done = project.run(*arguments)
    assert done.code == 2, (done.out, done.err)
    assert said in done.err and done.out == ""


TABLES: tuple[tuple[str | bytes, str], ...] = (
    ("[tool.verheal]\nbugdet = 3\n", "pyproject.toml:2: tool.verheal.bugdet: unknown key"),
    ("[tool.verheal]\nbudget = 'much'\n", "pyproject.toml:2: tool.verheal.budget"),
    ("[tool.verheal]\nbudget = -1\n", "pyproject.toml:2: tool.verheal.budget"),
    ("[tool.verheal]\njobs = true\n", "pyproject.toml:2: tool.verheal.jobs"),
    ("[tool.verheal]\npaths = 'src'\n", "pyproject.toml:2: tool.verheal.paths"),
    ("[tool.verheal]\npaths = ['sorce']\n", "tool.verheal.paths: sorce does not exist"),
    ("[tool.verheal]\nrequire = 'nice'\n", "pyproject.toml:2: tool.verheal.require"),
    ("[tool.verheal]\npython = 'no/python'\n", "no/python"),
    ("[[tool.verheal.skip]]\npath = 'x'\n", "tool.verheal.skip.0.reason"),
    ("[tool]\nverheal = 3\n", "tool.verheal must be a table"),
    ("[tool.verheal\n", "pyproject.toml:1: is not valid TOML"),
    (b"[tool.verheal]\npaths = ['\xff']\n", "is not UTF-8"),
)


@pytest.mark.parametrize(("table", "said"), TABLES)
def test_wrong_configuration(project: Project, table: str | bytes, said: str) -> None:
    (project.folder / "pyproject.toml").write_bytes(table if isinstance(table, bytes) else table.encode())
    done = project.run("check")
    assert (done.code, done.out) == (2, "")
    assert said in done.err, done.err


def test_nothing_to_verify(tmp_path: Path) -> None:
    project = Project(tmp_path)
    for name, text in (("empty", None), ("data", "{}"), ("constants", None)):
        (tmp_path / name).mkdir()
        if text:
            (tmp_path / name / "x.json").write_text(text)
    (tmp_path / "constants" / "c.py").write_text("X = 1\n")
    for name in ("empty", "data", "constants"):
        done = project.run("check", name)
        assert done.code == 5 and "nothing to verify" in done.out, (done.code, done.out, done.err)


def test_without_git_and_without_a_home(project: Project) -> None:
    assert not (project.folder / ".git").exists()
    done = project.check(env={"HOME": "/nonexistent", "XDG_CACHE_HOME": "/nonexistent", "PATH": "/nonexistent"})
    assert done.code == 0
    assert_unharmed(done)


def test_a_strange_terminal(project: Project) -> None:
    project.write("bad.py", BAD + "\n\nNAME = 'żółw \\u2028 \x1b[31m'\n")
    for env in ({"LANG": "C", "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}, {"TERM": "dumb", "COLUMNS": "3"}):
        done = project.run("check", "src", "--budget", "2", env=env)
        assert done.code == 1 and "worse" in done.out and "\x1b" not in done.out


def test_the_current_folder_is_gone(tmp_path: Path) -> None:
    project = Project(tmp_path)
    gone = tmp_path / "gone"
    gone.mkdir()
    source = tmp_path / "src"

    def leave() -> None:
        os.rmdir(gone)

    done = project.run("check", str(source), "--budget", "2", cwd=gone, preexec_fn=leave)
    assert done.code == 2 and "current directory" in done.err, (done.code, done.err)
