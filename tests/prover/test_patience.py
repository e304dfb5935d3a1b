"""Calls that do not end cost a function half of its budget at most, and what does end is still found."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from verheal.prover.patience import Patience
from verheal.prover.run.runner import CallLimits

LIMITS = CallLimits(call_cpu=1.0, call_wall=5.0, most_hangs=5)


def test_nothing_is_held_back_before_something_hangs() -> None:
    assert Patience(4.0).limits(LIMITS) is LIMITS


def test_less_and_less_is_granted_and_then_nothing() -> None:
    patience, spent = Patience(4.0), 0.0
    for _ in range(50):
        granted = patience.limits(LIMITS)
        if granted is None:
            break
        assert granted.call_cpu <= LIMITS.call_cpu and granted.most_hangs >= 1
        patience.count([{"outcome": "timeout", "limit": "cpu", "cpu_seconds": granted.call_cpu}], granted)
        spent += granted.call_cpu
    assert patience.limits(LIMITS) is None and 2.0 <= spent < 2.2


def test_waiting_counts_by_itself() -> None:
    patience = Patience(8.0)
    patience.count([{"outcome": "timeout", "limit": "wall"}, {"outcome": "returned"}], LIMITS)
    assert (patience.cpu, patience.wall) == (0.0, 5.0)
    patience.count([{"outcome": "timeout", "limit": "wall"}], LIMITS)
    assert patience.limits(LIMITS) is None


HANGS = {
    "spins": "    while True:\n        x = x + 1 if x < 10 else 0\n",
    "native": "    return len(str(9 ** 9 ** 9)) + x\n",
    "swallows": "    while True:\n        try:\n            while True:\n                pass\n"
    "        except BaseException:\n            pass\n",
}


def checked(folder: Path, budget: int) -> Any:
    """The report of a process of its own: its CPU seconds are nobody else's."""
    command = [sys.executable, "-m", "verheal", "check", "m.py", "--no-cache", "--budget", str(budget)]
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    done = subprocess.run([*command, "--format", "json"], cwd=folder, env=env, capture_output=True, check=False)
    return json.loads(done.stdout)


@pytest.mark.parametrize("name", HANGS)
def test_a_budget_is_kept_where_no_call_ends(name: str, tmp_path: Path) -> None:
    head = 'def f(x: int) -> int:\n    """\n    post: __return__ >= 0\n    """\n'
    (tmp_path / "m.py").write_text(head + HANGS[name])
    report = checked(tmp_path, 2)
    assert report["stats"]["cpu_seconds"] < 6.0  # where nothing holds it back it takes eight times the budget
    assert {o["verdict"] for o in report["obligations"]} & {"unknown"}


def test_what_ends_is_found_among_what_does_not(tmp_path: Path) -> None:
    source = (
        'def f(x: int, s: str) -> int:\n    """\n    post: __return__ != 3\n    """\n'
        "    while x < 2:\n        s = s.upper()\n    return hash(s) * 0 + x % 5\n"
    )
    (tmp_path / "m.py").write_text(source)
    report = checked(tmp_path, 4)
    assert report["stats"]["cpu_seconds"] < 12.0
