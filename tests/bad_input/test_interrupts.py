"""Ctrl-C, killed workers, crashed solvers, full disks: what was found is kept, and nothing is left running."""

from __future__ import annotations

import os
import resource
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest

from tests.bad_input.project import BAD, Done, Project, assert_unharmed, finished, processes, wait_until

LONG = "\n".join(
    f'''
def slow_{i}(x: int, y: int, z: int) -> int:
    """
    pre: x > {i} and y > 2 and z > 2
    post: __return__ != 0
    """
    return x ** 3 + y ** 3 - z ** 3
'''
    for i in range(40)
)


def long_run(project: Project, mark: str, **env: str) -> subprocess.Popen[str]:
    """A check under way that has already proved something, and has much left to do."""
    project.write("a_long.py", LONG)
    process = project.start("check", "src", "--budget", "4", "-j", "2", env={"VERHEAL_TEST_MARK": mark, **env})
    cache = project.folder / ".verheal" / "cache.sqlite"
    assert wait_until(lambda: kept(cache) > 0, 60), "nothing was found"
    return process


def kept(cache: Path) -> int:
    """How many reports the cache holds."""
    if not cache.exists():
        return 0
    try:
        connection = sqlite3.connect(f"file:{cache}?mode=ro", uri=True, timeout=1)
        count = connection.execute("SELECT count(*) FROM reports").fetchone()[0]
        connection.close()
        return int(count)
    except sqlite3.Error:
        return 0


def workers(mark: str) -> list[int]:
    return [pid for pid, command in processes(mark).items() if "forkserver" in command or "spawn_main" in command]


@pytest.mark.parametrize("whole_group", [True, False], ids=["terminal", "main-process"])
def test_ctrl_c_ends_everything_and_keeps_what_is_known(project: Project, whole_group: bool) -> None:
    mark = f"ctrl-c-{os.getpid()}-{whole_group}"
    process = long_run(project, mark)
    began = time.monotonic()
    (os.killpg if whole_group else os.kill)(process.pid, signal.SIGINT)
    done = finished(process)
    assert time.monotonic() - began < 15
    assert done.code == 2, (done.out, done.err)
    assert "partial: interrupted" in done.out and "not looked at" in done.out
    assert "Exception" not in done.err and "Error" not in done.err, done.err
    assert wait_until(lambda: not processes(mark), 5), processes(mark)
    before = kept(project.folder / ".verheal" / "cache.sqlite")
    assert before > 0
    again = project.run(
        "check", "src/good.py", "--format", "json", "--budget", "4", "--function", "half"
    )
    assert_unharmed(again)
    assert not again.problems()


@pytest.mark.parametrize("seconds", [0.2, 0.3, 0.4, 0.5, 0.6])
def test_ctrl_c_before_anything_is_known(project: Project, seconds: float) -> None:
    process = project.start("check", "src")
    time.sleep(seconds)
    os.killpg(process.pid, signal.SIGINT)
    done = finished(process)
    assert done.code in (2, 0, -signal.SIGINT)  # the last: before Python itself could say anything


def test_sigterm_leaves_nothing_running(project: Project) -> None:
    mark = f"term-{os.getpid()}"
    process = long_run(project, mark)
    process.terminate()
    assert finished(process).code != 0
    assert wait_until(lambda: not processes(mark), 5), processes(mark)


def test_a_killed_main_process_takes_everything_with_it(project: Project) -> None:
    mark = f"main-{os.getpid()}"
    scratch = project.folder / "scratch-of-the-run"
    scratch.mkdir()
    process = long_run(project, mark, TMPDIR=str(scratch))
    assert wait_until(lambda: boxes(scratch), 20), "nothing was run"
    process.kill()
    process.wait()
    assert wait_until(lambda: not processes(mark) and not boxes(scratch), 5), (processes(mark), boxes(scratch))
    before = kept(project.folder / ".verheal" / "cache.sqlite")
    again = project.run("check", "src/good.py", "--format", "json", "--budget", "4")
    assert_unharmed(again)
    assert not again.problems() and kept(project.folder / ".verheal" / "cache.sqlite") >= before > 0


def boxes(scratch: Path) -> list[str]:
    """Commands that name the folder: boxes have an environment of their own."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            command = entry.read_text()
        except OSError:
            continue
        if str(scratch) in command:
            found.append(command.replace("\0", " ")[:80])
    return found


def test_killed_workers_are_replaced(project: Project) -> None:
    mark = f"kill-{os.getpid()}"
    process = long_run(project, mark)
    children = [pid for pid in workers(mark) if is_worker(pid, mark)]
    assert children
    for pid in children:
        os.kill(pid, signal.SIGKILL)
    time.sleep(1.0)
    again = [pid for pid in workers(mark) if is_worker(pid, mark)]
    assert process.poll() is None and again
    os.kill(process.pid, signal.SIGINT)  # enough seen
    done = finished(process)
    assert "the worker died (SIGKILL)" in done.out


def is_worker(pid: int, mark: str) -> bool:
    """A child of the fork server, which is itself one of ours."""
    try:
        parent = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return False
    return parent in workers(mark)


def test_no_memory_for_the_solver(project: Project) -> None:
    """The address space is so small that z3 fails in the middle: a finding, not the end."""
    limit = 420 << 20

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))

    project.write("a_long.py", LONG.replace("40", "4"))
    done = project.check("--budget", "1", "--function", "half", "-j", "1", preexec_fn=small)
    assert done.code in (0, 3), done.err
    if done.code == 0:
        assert done.verdict("half") in ("proved", "unknown")


def test_a_full_disk_for_the_cache(project: Project) -> None:
    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    project.write("bad.py", BAD)
    done = project.check(preexec_fn=small)
    assert done.verdict("worse") == "refuted" and done.code == 1
    assert any(code == "cache" for _, code in done.problems())
    assert_unharmed(done)
    assert_unharmed(project.check())


def test_a_full_disk_for_the_report(project: Project) -> None:
    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    (project.folder / "out.json").write_text("before")
    arguments = ("check", "src", "--budget", "2", "--no-cache", "-o", "out.json")
    done: Done = project.run(*arguments, preexec_fn=small)
    assert done.code == 3 and "verheal: out.json: File too large" in done.err
    assert (project.folder / "out.json").read_text() == "before"
    assert sorted(p.name for p in project.folder.iterdir()) == ["out.json", "src"]
    assert "proved    1" in done.out  # what was found is told all the same
