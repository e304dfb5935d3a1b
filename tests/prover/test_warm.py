"""Supervisors that stay answer as boxes of their own do, and keep nothing from one request to the next."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from verheal.prover.isolation.probe import probe
from verheal.prover.run.interpreter import describe
from verheal.prover.run.job import Job, ModuleRef
from verheal.prover.run.runner import CallLimits, Runner

CODE = '''
import os
seen = []

def remember(x: int) -> int:
    seen.append(x)
    return len(seen)

def leave(name: str) -> bool:
    path = os.path.join(os.environ["TMPDIR"], name)
    there = os.path.exists(path)
    open(path, "w").close()
    return there

def spin() -> None:
    while True:
        pass

def kill(number: int) -> None:
    os.kill(os.getppid(), number)

def peek() -> bool:
    with open(f"/proc/{os.getppid()}/mem", "r+b"):
        return True
'''


@pytest.fixture
def place(tmp_path: Path) -> ModuleRef:
    (tmp_path / "code").mkdir()
    (tmp_path / "code" / "stays.py").write_text(CODE)
    return ModuleRef(str(tmp_path / "code"), "stays", str(tmp_path / "code" / "stays.py"))


@pytest.fixture
def warm(tmp_path: Path, place: ModuleRef) -> Iterator[Runner]:
    isolation = probe()
    if not isolation.enough_for_effects:
        pytest.skip("without isolation every request has a box of its own")
    (tmp_path / "boxes").mkdir()
    limits = CallLimits(call_cpu=0.3, call_wall=3.0, import_cpu=5.0, import_wall=20.0, most_hangs=2)
    runner = Runner(describe(sys.executable), isolation, (place.root,), limits).warmed(str(tmp_path / "boxes"))
    assert runner.warm is not None
    yield runner
    runner.warm.close()


def _returned(runner: Runner, place: ModuleRef, call: str, seed: int = 0) -> object:
    record = runner.run(place, [Job(call, call.partition("(")[0])], seed)[0]
    return record.get("result") if record["outcome"] == "returned" else record["outcome"]


def test_module_state_is_fresh(warm: Runner, place: ModuleRef) -> None:
    assert [_returned(warm, place, "remember(1)") for _ in range(3)] == ["1", "1", "1"]


def test_files_are_gone(warm: Runner, place: ModuleRef) -> None:
    assert [_returned(warm, place, "leave('x')") for _ in range(3)] == ["False", "False", "False"]


def test_hangs_and_deaths_are_told_and_survived(warm: Runner, place: ModuleRef) -> None:
    assert _returned(warm, place, "spin()") == "timeout"
    _returned(warm, place, f"kill({int(signal.SIGKILL)})")
    assert _returned(warm, place, "remember(1)") == "1"


def test_its_memory_is_out_of_reach(warm: Runner, place: ModuleRef) -> None:
    assert _returned(warm, place, "peek()") == "raised"


def test_answers_are_those_of_a_box_of_its_own(warm: Runner, place: ModuleRef) -> None:
    alone = Runner(warm.interpreter, warm.isolation, warm.readable, warm.limits)
    jobs = [Job("remember(1)", "remember"), Job("remember(2)", "remember"), Job("leave('y')", "leave")]
    for seed in (0, 4242):
        first, second = warm.run(place, jobs, seed), alone.run(place, jobs, seed)
        assert [(r["outcome"], r.get("digest")) for r in first] == [(r["outcome"], r.get("digest")) for r in second]


def test_a_supervisor_that_was_killed_is_replaced(warm: Runner, place: ModuleRef) -> None:
    assert _returned(warm, place, "remember(1)") == "1"
    assert warm.warm is not None
    for process in warm.warm._running.values():
        os.killpg(process.pid, signal.SIGKILL)
    assert _returned(warm, place, "remember(1)") == "1"
    assert warm.warm.cpu_seconds > 0


def test_a_module_of_the_users_own_is_not_taken_for_a_preloaded_library(tmp_path: Path, place: ModuleRef) -> None:
    isolation = probe()
    if not isolation.enough_for_effects:
        pytest.skip("without isolation every request has a box of its own")
    (tmp_path / "boxes").mkdir()
    runner = Runner(describe(sys.executable), isolation, (place.root,)).warmed(str(tmp_path / "boxes"), ("deal",))
    (tmp_path / "code" / "uses.py").write_text("import deal\ndef f() -> str: return deal.__file__\n")
    where = ModuleRef(place.root, "uses", str(tmp_path / "code" / "uses.py"))
    library = runner.run(where, [Job("f()", "f")])[0]
    (tmp_path / "code" / "deal.py").write_text("")
    own = runner.run(where, [Job("f()", "f")])[0]
    assert "site-packages" in library["result"], library
    assert own["result"] == repr(str(tmp_path / "code" / "deal.py")), own
