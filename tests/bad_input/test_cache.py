"""The cache damaged, foreign, read-only, shared: it costs time, never a verdict."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from pathlib import Path

import pytest

from tests.bad_input.project import BAD, Done, Project, assert_unharmed, finished


def path_of(project: Project) -> Path:
    return project.folder / ".verheal" / "cache.sqlite"


def fine(done: Done) -> bool:
    assert_unharmed(done)
    assert (done.code, done.verdict("worse")) == (1, "refuted")
    return not any(code == "cache" for _, code in done.problems())


def test_damage_is_told_once_and_repaired(project: Project) -> None:
    project.write("bad.py", BAD)
    assert fine(project.check())
    path = path_of(project)
    path.write_bytes(b"SQLite format 3\0" + b"garbage" * 1000)
    assert not fine(project.check())
    path.write_bytes(path.read_bytes()[:4096])
    assert not fine(project.check())
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 0")
        connection.execute("DROP TABLE IF EXISTS reports")
        connection.execute("CREATE TABLE reports (other TEXT)")
    connection.close()
    assert not fine(project.check())  # the layout of another version
    assert fine(project.check())


def test_something_else_stands_in_its_place(project: Project) -> None:
    project.write("bad.py", BAD)
    path_of(project).mkdir(parents=True)
    assert not fine(project.check())
    shutil.rmtree(project.folder / ".verheal")
    (project.folder / ".verheal").write_text("a file")
    assert not fine(project.check())
    assert (project.folder / ".verheal").read_text() == "a file"


def test_it_may_not_be_written(project: Project) -> None:
    """An immutable file system: bubblewrap shows the project read-only where it works, else permissions do."""
    project.write("bad.py", BAD)
    assert fine(project.check())
    path_of(project).chmod(0o400)
    (project.folder / ".verheal").chmod(0o500)
    command = ["unshare", "-rm", "true"]
    namespaces = os.geteuid() == 0 and shutil.which("unshare") and subprocess.run(command).returncode == 0
    if os.geteuid() == 0 and not namespaces:
        pytest.skip("root may write everything")
    done = read_only(project) if namespaces else project.check()
    assert_unharmed(done)
    assert done.report["stats"]["solver_calls"] == 0
    assert any(code == "cache" for _, code in done.problems()), done.problems()


def read_only(project: Project) -> Done:
    import sys

    from tests.bad_input.project import environment

    inner = f"mount --bind {project.folder} {project.folder} && mount -o remount,bind,ro {project.folder} && cd "
    inner += f"{project.folder} && exec {sys.executable} -m verheal check src --budget 2 --format json"
    return finished(subprocess.Popen(
        ["unshare", "-m", "bash", "-c", inner], text=True, env=environment(), start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ))  # fmt: skip


def test_two_at_once(project: Project) -> None:
    project.write("bad.py", BAD)
    arguments = ("check", "src", "--budget", "2", "--format", "json", "-j", "1")
    running = [project.start(*arguments) for _ in range(3)]
    for process in running:
        assert fine(finished(process))
    assert project.check().report["stats"]["lowered"] == 0
