"""Calls of the function by itself: its preconditions are checked there, at the depth that CPython really allows."""

from __future__ import annotations

import pytest

from verheal.prover.run.job import Callee, Condition, Job, ModuleRef
from verheal.prover.run.runner import Runner

SOURCE = """
def down(n: int) -> int:
    return 0 if n <= 0 else 1 + down(n - 2)

class C:
    def down(self, n: int) -> int:
        return 0 if n <= 0 else 1 + self.down(n - 2)
"""
REQUIRES = (Condition("pre", "n >= 0", "n >= 0"),)


@pytest.fixture
def module(write_module) -> ModuleRef:
    return write_module(SOURCE)


def job(text: str, function: str, observed: bool = True) -> Job:
    callees = (Callee(function, REQUIRES),) if observed else ()
    return Job(text, function, requires=REQUIRES, callees=callees)


@pytest.mark.parametrize(("call", "function"), [("down({})", "down"), ("C().down({})", "C.down")])
def test_its_own_precondition(call: str, function: str, runner: Runner, module: ModuleRef) -> None:
    good, bad = runner.run(module, [job(call.format(n), function) for n in (4, 3)])
    assert good["callee_failures"] == []
    assert [(f["text"], f["ok"], f["frame"][2]) for f in bad["callee_failures"]] == [("n >= 0", False, function)]
    path, line, _, span = bad["callee_failures"][0]["frame"]
    assert path == module.path
    text = SOURCE.splitlines()[line - 1]
    if span is not None:
        assert text[span[1] : span[3]].endswith("down(n - 2)")


@pytest.mark.parametrize("observed", [True, False])
@pytest.mark.parametrize(("call", "function"), [("down({})", "down"), ("C().down({})", "C.down")])
def test_observing_does_not_fill_the_stack(
    call: str, function: str, observed: bool, runner: Runner, module: ModuleRef
) -> None:
    fits, overflows = runner.run(module, [job(call.format(2 * n), function, observed) for n in (900, 1000)])
    assert (fits["outcome"], fits.get("result")) == ("returned", "900"), fits
    assert overflows["exception"]["type"] == "RecursionError"
