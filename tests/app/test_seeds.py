"""Proofs asked for again under other seeds: real z3, real texts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from verheal.app import brittleness
from verheal.prover.outcome import Detail
from verheal.prover.reseeding import Proof, Question, Spread, proof_of, spreads

if TYPE_CHECKING:
    from tests.app.conftest import Project

SOURCE = '''
def half(x: int) -> int:
    """
    post: __return__ * 2 <= x
    """
    return x // 2


def third(x: int) -> int:
    """
    post: __return__ * 3 == x
    """
    return x // 3
'''
TRUE = "(set-logic ALL)\n(declare-const x Int)\n(assert (and (< x 1) (> x 0)))\n(check-sat)\n"
FALSE = "(set-logic ALL)\n(declare-const x Int)\n(assert (> x 0))\n(check-sat)\n"


def test_only_proofs_have_a_spread_and_no_verdict_changes(project: Project) -> None:
    project.write("m.py", SOURCE)
    plain = project.check()
    asked = project.check(seeds=2)
    assert asked.seeds == 2
    assert [o.verdict for o in asked.obligations] == [o.verdict for o in plain.obligations]
    for one in asked.obligations:
        assert (one.spread is not None) == (one.verdict == "proved"), one.id
        assert one.spread is None or (one.spread.seeds == 2 and len(one.spread.rlimits) == 2)


def test_what_another_seed_does_not_find_is_left_out() -> None:
    true, false = Question(TRUE, 1_000_000, False), Question(FALSE, 1_000_000, False)
    batches = [(Proof("a", (true,)), Proof("b", (true, false)))]
    found = {one.obligation: one for one in spreads(batches, 3, 1)}
    assert len(found["a"].rlimits) == 3 and found["b"].rlimits == ()


def test_there_is_no_proof_without_an_answer_on_record() -> None:
    assert proof_of(Detail("x")) is None
    assert proof_of(Detail("x", claim='{"text": "t", "lemmas": []}')) is None


def test_an_interrupt_keeps_what_is_known(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.write("m.py", SOURCE)
    result = project.check()

    def one_then_stop(*_: object) -> object:
        yield Spread(result.obligations[0].id, 2, (5, 7))
        raise KeyboardInterrupt

    monkeypatch.setattr(brittleness, "spreads", one_then_stop)
    found = brittleness.with_spreads(result, [], 2, 1)
    assert found.partial is not None and found.obligations[0].spread is not None
    assert replace(found.obligations[0], spread=None) == result.obligations[0]
