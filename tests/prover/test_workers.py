"""Workers that die, hang, crash and fill memory: one function is lost, the rest is not."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from verheal.contracts.source.model import Repository
from verheal.prover import workers
from verheal.prover.isolation.model import Isolation
from verheal.prover.outcome import FunctionReport
from verheal.prover.run.interpreter import Interpreter
from verheal.prover.task import Setting, Task
from verheal.prover.workers import Limits, run_tasks

HERE = Path(__file__).parent
BAD = ("dies", "crashes", "exits", "hangs", "spins", "raises", "leaves", "fills")


def setting() -> Setting:
    python = Interpreter(sys.executable, "3.11.0", ())
    return Setting("/", python, Isolation("rlimits", ""), budget=1.0, memory_bytes=1 << 30)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "limits_for", lambda budget: Limits(2.0, 6.0))
    # Workers start from a clean server, so they must find the module with `perform` themselves.
    monkeypatch.syspath_prepend(str(HERE))


def run(keys: list[str], jobs: int = 2) -> dict[str, FunctionReport]:
    from performers import perform

    tasks = [Task(key, "sha256:0") for key in keys]
    return {
        task.key: report for task, report in run_tasks(setting(), Repository("/", ()), tasks, jobs, perform)
    }


@pytest.mark.usefixtures("quick")
def test_every_kind_of_death_loses_one_function_only() -> None:
    good = [f"good{number}" for number in range(20)]
    mixed = [key for pair in zip(good, [*BAD, *good[len(BAD) :]], strict=False) for key in pair]
    reports = run(list(dict.fromkeys([*mixed, *good])))
    assert all(reports[key].failure is None for key in good)
    failures = {key: reports[key].failure for key in BAD}
    assert all(failure is not None for failure in failures.values())
    found = {key: failure.where for key, failure in failures.items() if failure is not None}
    assert found == {
        "dies": "error",
        "crashes": "error",
        "exits": "error",
        "hangs": "limit",
        "spins": "limit",
        "raises": "error",
        "leaves": "error",
        "fills": "limit",
    }
    assert not any("secret" in failure.message for failure in failures.values() if failure is not None)


@pytest.mark.usefixtures("quick")
def test_what_was_lost_with_the_server_of_the_workers_is_done_again(tmp_path: Path) -> None:
    from performers import perform

    tasks = [Task("good0", ""), Task("loses the server", str(tmp_path / "once"))]
    tasks += [Task(f"good{number}", "") for number in range(1, 40)] + [Task("dies", "")]
    reports = {task.key: report for task, report in run_tasks(setting(), Repository("/", ()), tasks, 2, perform)}
    assert len(reports) == len(tasks)
    assert [key for key, report in reports.items() if report.failure is not None] == ["dies"]


@pytest.mark.usefixtures("quick")
def test_workers_that_are_taken_away_again_and_again_are_told() -> None:
    report = run(["has no server"], jobs=1)["has no server"]
    assert report.failure is not None and report.failure.message in workers.COMMON


@pytest.mark.usefixtures("quick")
def test_workers_killed_at_any_moment_block_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also between two tasks, and while they fetch or answer one: there is no lock that they could hold."""
    from performers import perform

    monkeypatch.setattr(workers, "TASKS_PER_WORKER", 7)
    tasks = [Task(f"good{number}", "") for number in range(150)]
    reports, random = {}, Random(7)
    for task, report in run_tasks(setting(), Repository("/", ()), tasks, 3, perform):
        reports[task.key] = report
        if report.notes and random.random() < 0.2:
            os.kill(int(report.notes[0]), signal.SIGKILL)
    assert len(reports) == len(tasks)
    lost = [report.failure.message for report in reports.values() if report.failure is not None]
    assert len(lost) < 40 and set(lost) <= {"the worker died (SIGKILL)", workers.NO_WORKERS}


@pytest.mark.usefixtures("quick")
def test_leaving_early_leaves_no_worker_behind() -> None:
    from performers import perform

    tasks = [Task(f"good{number}", "sha256:0") for number in range(5)] + [Task("hangs", "sha256:0")]
    answers = run_tasks(setting(), Repository("/", ()), tasks, 2, perform)
    _, report = next(answers)
    worker = int(report.notes[0])
    answers.close()
    assert not _alive(worker)


def test_ctrl_c_keeps_what_is_known_and_leaves_nothing_running(tmp_path: Path) -> None:
    slow = "def f(x: int) -> int:\n    while x * x != 7:\n        x = x * 3 + 1\n    return x\n"
    (tmp_path / "m.py").write_text("".join(slow.replace("def f", f"def f{n}") for n in range(60)))
    command = [sys.executable, "-m", "verheal", "check", "m.py", "--jobs", "2", "--budget", "30"]
    environment = dict(os.environ, PYTHONPATH=str(HERE.parent.parent))
    process = subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )  # fmt: skip
    time.sleep(6)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal sends it
    output, errors = process.communicate(timeout=60)
    assert process.returncode == 2, errors
    assert "partial: interrupted" in output and "Traceback" not in output + errors
    time.sleep(1)
    assert not _in_session(process.pid)


def test_workers_run_the_verheal_that_started_them(tmp_path: Path) -> None:
    """Where it was found in the current directory they would find another one, that is installed."""
    if (HERE.parent.parent / "verheal").is_symlink():
        pytest.skip("the verheal of this folder is the installed one")
    other = tmp_path / "installed" / "verheal"
    other.mkdir(parents=True)
    (other / "__init__.py").write_text("raise ImportError('the wrong one')\n")
    (tmp_path / "m.py").write_text("def f(x: int) -> int:\n    assert x * x >= 0\n    return x\n")
    command = [sys.executable, "-m", "verheal", "check", str(tmp_path / "m.py"), "--no-cache"]
    done = subprocess.run(
        command, cwd=HERE.parent.parent, env=dict(os.environ, PYTHONPATH=str(other.parent)), capture_output=True,
        text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0 and "proved    1" in done.stdout, (
        done.stdout + done.stderr
    )


def _alive(pid: int) -> bool:
    try:
        text = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return text.rpartition(")")[2].split()[0] != "Z"


def _in_session(leader: int) -> list[int]:
    """Processes of the session that are still there."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and _alive(int(entry.name)):
            try:
                if os.getsid(int(entry.name)) == leader:
                    found.append(int(entry.name))
            except OSError:
                continue
    return found
