"""Calls of the function by itself: its preconditions are checked there, at the depth that CPython really allows."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from verheal.cli.main import main
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
    good, bad = runner.run(module, [job(call.format(n), function) for n in (4, 1)])
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


MUTUAL = '''
def even(n: int) -> bool:
    """
    pre: 0 <= n <= 20
    """
    return n == 0 or odd(n - 1)

def odd(n: int) -> bool:
    """
    pre: 0 <= n <= 20
    """
    return even(n - 1)

def divides(n: int) -> int:
    """
    pre: 0 <= n <= 20
    """
    if n == 0:
        return 0
    share = 10 // (n + 1)
    assert n > 0
    return divides(n - 2) + share
'''


def test_what_happens_where_its_own_precondition_is_broken_already(tmp_path: Path, monkeypatch, capsys) -> None:
    """The call that broke it is to blame, and only that: what is below it proves nothing."""
    (tmp_path / "m.py").write_text(MUTUAL)
    monkeypatch.chdir(tmp_path)
    assert main(["check", "m.py", "--no-cache", "--budget", "4", "--format", "json"]) == 1
    found = {
        (o["function"], o["text"]): o["verdict"] == "refuted"
        for o in json.loads(capsys.readouterr().out)["obligations"]
        if o["kind"] in ("pre", "assert") or "Division" in o["kind"]
    }
    assert found == {
        ("even", "odd(n - 1)"): False,
        ("odd", "even(n - 1)"): True,
        ("divides", "10 // (n + 1)"): False,
        ("divides", "n > 0"): False,
        ("divides", "divides(n - 2)"): True,
    }


DEPTH = """
def down(n: int) -> int:
    return 0 if n <= 0 else 1 + down(n - 1)

class C:
    def down(self, n: int) -> int:
        return 0 if n <= 0 else 1 + self.down(n - 1)
    @property
    def rest(self) -> int:
        self.left -= 1
        return 0 if self.left <= 0 else 1 + self.rest
    def __init__(self, left: int = 0) -> None:
        self.left = left
"""


@pytest.mark.parametrize("call", ["down({})", "C().down({})", "C({}).rest", "(lambda n: down(n))({})"])
def test_a_call_has_the_stack_that_it_has_in_a_program(call: str, runner: Runner, write_module) -> None:
    module = write_module(DEPTH)
    function = "C.rest" if call.endswith("rest") else "C.down" if call.startswith("C()") else "down"
    search = (
        "from m import *\nlow, high = 0, 3000\nwhile low < high:\n    n = (low + high) // 2\n"
        f"    try:\n        {call.format('n')}; low = n + 1\n    except RecursionError:\n        high = n\n"
        "print(low)"
    )
    told = subprocess.run(
        [runner.interpreter.executable, "-B", "-c", search], cwd=module.root, capture_output=True, text=True, check=True
    )
    first = int(told.stdout)
    records = runner.run(module, [Job(call.format(n), function) for n in (first - 2, first + 2)])
    assert [record["outcome"] for record in records] == ["returned", "raised"], (first, records)
