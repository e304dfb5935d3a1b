"""CrossHair and Hypothesis in their children: what they may claim, and what becomes of their crashes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from verheal.lattice.levels import Against, For
from verheal.proofs.evidence import Evidence
from verheal.prover.backends import crosshair_backend as crosshair
from verheal.prover.backends import hypothesis_backend as hypothesis
from verheal.prover.backends.crosshair_backend import CrosshairAnswer, InPlay
from verheal.prover.run.job import Condition, Job, ModuleRef
from verheal.prover.run.runner import Runner

NOTHING_IN_PLAY = InPlay(False, False, False, False, False, False)
PROGRAM = '''
import os, sys, time
import deal, icontract
from dataclasses import dataclass
from typing import Optional

def mean(xs: list[int]) -> float:
    return sum(xs) / len(xs)

def safe(x: int) -> int:
    return x + 1

def declared(x: int) -> int:
    if x > 3:
        raise ValueError
    return x

def inc(x: int) -> int:
    """post: _ > x"""
    return x + 1

def wrong(x: int, y: str = "a") -> int:
    """
    pre: x > 0
    post: _ > 2
    """
    return x + 1

def loop(n: int) -> int:
    """post: _ >= 0"""
    k = 0
    while k < n:
        k += 1
    return k

def vacuous(x: int) -> int:
    """
    pre: x > 0 and x < 0
    post: _ == 7
    """
    return x

@dataclass
class Account:
    """inv: self.balance >= 0"""
    balance: int
    def draw(self, n: int) -> int:
        """
        pre: n > 0
        post: True
        """
        self.balance -= n
        return self.balance

@icontract.require(lambda x: x > 0)
@icontract.ensure(lambda result: result < 100)
def ico(x: int) -> int:
    return x

@deal.pre(lambda x: x > 0)
@deal.post(lambda r: r < 100)
def dea(x: int) -> int:
    return x

def asserted(x: int) -> int:
    assert x > 0
    y = x * 2
    assert y != 22
    return y

def refuses(x: int) -> int:
    """post: _ >= 0"""
    if x < 0:
        raise ValueError
    return x

def hangs(x: int) -> int:
    """post: True"""
    while True:
        pass

def dies(x: int) -> int:
    """post: True"""
    os._exit(0)

def even(n: int) -> int:
    return n
'''


def said(evidence: Evidence | None) -> Evidence:
    assert evidence is not None
    return evidence


@pytest.fixture
def module(write_module) -> ModuleRef:
    return write_module(PROGRAM)


def asked(
    runner: Runner, module: ModuleRef, function: str, *dialects: str, **more: object
) -> CrosshairAnswer:
    in_play = more.pop("in_play", NOTHING_IN_PLAY)
    return crosshair.check(runner, module, function, dialects, in_play, cpu_seconds=1.5, **more)


@pytest.mark.parametrize(
    ("function", "dialect", "call"),
    [
        ("wrong", "pep316", "wrong(1, y='')"),
        ("ico", "icontract", "ico(100)"),
        ("dea", "deal", "dea(100)"),
        ("asserted", "assert", "asserted(11)"),
        ("Account.draw", "pep316", None),
    ],
)
def test_a_counterexample_comes_as_a_call_that_really_fails(function, dialect, call, runner, module) -> None:
    answer = asked(runner, module, function, dialect)
    assert answer.status == "counterexample" and answer.call is not None, answer
    assert call is None or answer.call == call
    invariants = (Condition("invariant", "self.balance >= 0", "inv"),) if "." in function else ()
    ensures = (Condition("post", "_ > 2", "post"),) if function == "wrong" else ()
    record = runner.run(module, [Job(answer.call, function, ensures=ensures, invariants=invariants)])[0]
    assert record["requires_held"] is True
    assert record["outcome"] == "raised" or record["violated"] or record["contract"], record
    assert said(crosshair.evidence(answer, "sha256:0")).against is Against.SUSPECTED


def test_without_a_contract_the_goal_is_that_nothing_is_raised(runner, module) -> None:
    assert asked(runner, module, "mean").call == "mean([])"
    assert asked(runner, module, "safe").status == "confirmed"
    assert asked(runner, module, "declared").status == "counterexample"
    assert asked(runner, module, "declared", declared=("ValueError",)).status == "confirmed"
    assert asked(runner, module, "refuses", "pep316").status == "counterexample"
    assert asked(runner, module, "refuses", "pep316", declared=("ValueError",)).status == "confirmed"


def test_confirmed_only_when_nothing_is_in_play_that_it_misses(runner, module) -> None:
    assert asked(runner, module, "inc", "pep316").status == "confirmed"
    for name in vars(NOTHING_IN_PLAY):
        in_play = replace(NOTHING_IN_PLAY, **{name: True})
        record = {"outcome": "checked", "messages": [{"state": "CONFIRMED", "message": "", "line": 1}]}
        assert crosshair.answer_of(record, in_play, "f").status == "bounded"
    answer = asked(runner, module, "inc", "pep316", in_play=InPlay())
    assert answer.status == "bounded"
    assert said(crosshair.evidence(answer, "sha256:0")).level is For.BOUNDED


def test_what_is_not_exhausted_is_bounded_and_what_cannot_be_met_is_vacuous(runner, module) -> None:
    assert asked(runner, module, "loop", "pep316").status == "bounded"
    vacuous = asked(runner, module, "vacuous", "pep316")
    assert vacuous.status == "vacuous"
    assert crosshair.evidence(vacuous, "sha256:0") is None


@pytest.mark.parametrize("function", ["dies", "nowhere"])
def test_a_child_that_dies_says_nothing(function, runner, module) -> None:
    answer = asked(runner, module, function, "pep316")
    assert answer.status == "error"
    assert crosshair.evidence(answer, "sha256:0") is None


def test_code_that_never_ends_does_not_hang_it_and_is_never_confirmed(runner, module) -> None:
    assert asked(runner, module, "hangs", "pep316").status in ("bounded", "error")


@pytest.mark.parametrize("messages", [[], [{"state": "SYNTAX_ERR", "message": "?", "line": 1}]])
def test_no_messages_or_unreadable_ones_never_pass(messages) -> None:
    assert (
        crosshair.answer_of({"outcome": "checked", "messages": messages}, NOTHING_IN_PLAY, "f").status
        == "error"
    )


def test_calls_are_read_from_its_messages() -> None:
    assert crosshair.call_in("false when calling f(1, y=')(') (which returns 2)", "f") == "f(1, y=')(')"
    assert crosshair.call_in("X: when calling m(A(0), 1)", "A.m") == "A.m(A(0), 1)"
    assert crosshair.call_in("false when calling f(a := [], a) (which returns 1)", "f") == "f((a := []), a)"
    assert crosshair.call_in("nothing of the kind", "f") is None


def test_hypothesis_finds_shrinks_and_counts(runner, module) -> None:
    effort = hypothesis.Effort(examples=100, cpu_seconds=5)
    found = hypothesis.try_examples(runner, module, Job("", "mean"), effort)
    assert found.call == "mean(xs=[])"
    assert [key.text for key in found.failures] == ["ZeroDivisionError"]
    assert said(hypothesis.evidence(found, "sha256:0")).against is Against.SUSPECTED
    fine = hypothesis.try_examples(runner, module, Job("", "safe"), effort)
    assert (fine.tried, fine.satisfied, fine.returned, fine.failures) == (100, 100, 100, ())
    assert said(hypothesis.evidence(fine, "sha256:0")).level is For.TESTED


def test_hypothesis_counts_only_inputs_that_satisfy_the_requires(runner, module) -> None:
    effort = hypothesis.Effort(examples=60, cpu_seconds=5)
    job = Job("", "even", requires=(Condition("requires", "n % 2 == 0", "even"),))
    answer = hypothesis.try_examples(runner, module, job, effort)
    assert 0 < answer.satisfied < answer.tried
    never = Job("", "even", requires=(Condition("requires", "n == 1234567 and n == 3", "never"),))
    nothing = hypothesis.try_examples(runner, module, never, effort)
    assert nothing.satisfied == 0 and hypothesis.evidence(nothing, "sha256:0") is None


@pytest.mark.parametrize("function", ["dies", "hangs", "nowhere"])
def test_hypothesis_says_nothing_of_what_it_could_not_run(function, runner, module) -> None:
    effort = hypothesis.Effort(examples=20, cpu_seconds=2, call_cpu=0.2)
    answer = hypothesis.try_examples(runner, module, Job("", function), effort)
    assert hypothesis.evidence(answer, "sha256:0") is None
