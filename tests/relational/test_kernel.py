"""What is shown of two versions becomes a verdict only through the kernel, and only with a run."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.relational.sides import compared, program_of
from verheal.proofs.kernel import Proved, minted
from verheal.proofs.transcript import Outcome, ReplayTranscript, Run
from verheal.prover.relational import Side

BEFORE = "def f(x: int) -> int:\n    return x + x\n"
AFTER = "def f(x: int) -> int:\n    return 2 * x\n"
CLOSURE = "sha256:0"
RUN = Run(0, True, True, True, Outcome.RETURNED)
SEEN = ReplayTranscript("m.py", "f", CLOSURE, (("x", "1"),), "f(1)", "3.11", 0.0, (RUN,))


def test_a_run_of_the_function_before_makes_it_a_proof() -> None:
    found = compared(Side(program_of(BEFORE), "m", "f", CLOSURE), Side(program_of(AFTER), "m", "f"))
    assert found.shown
    assert found.proved is None
    proved = found.with_run(SEEN).proved
    assert isinstance(proved, Proved)
    assert minted(proved)
    assert proved.claim.kind == "equivalence"


@pytest.mark.parametrize("other", [None, replace(SEEN, closure="sha256:1"), replace(SEEN, function="g")])
def test_nothing_else_does(other: ReplayTranscript | None) -> None:
    found = compared(Side(program_of(BEFORE), "m", "f", CLOSURE), Side(program_of(AFTER), "m", "f"))
    assert found.with_run(other).proved is None
    assert found.with_run(other).reason
