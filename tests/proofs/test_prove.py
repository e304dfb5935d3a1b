"""What it takes to mint a proof."""

from __future__ import annotations

import pickle

import pytest
from proof_examples import CLOSURE, LEMMA, TEXT, answer, claim, raising, replay, run

from verheal.lattice.levels import Against, For, Point
from verheal.proofs.claim import Claim
from verheal.proofs.kernel import ContradictionError, KernelError, Proved, audit, formula_key, prove
from verheal.proofs.reasons import Reason
from verheal.proofs.transcript import Outcome, Solver
from verheal.proofs.verdict import point, unknown


def refused(subject: Claim, transcripts, reached) -> KernelError:
    with pytest.raises(KernelError) as caught:
        prove(subject, transcripts, reached)
    return caught.value


def test_an_exact_unsat_and_a_run_make_a_proof():
    verdict = prove(claim(), [answer()], replay())
    assert isinstance(verdict, Proved)
    assert point(verdict) == Point(For.PROVED, Against.NONE)
    (evidence,) = verdict.evidence
    assert (evidence.by, evidence.key, evidence.rlimit) == ("z3 1.0", formula_key(TEXT), 12)
    assert evidence.assumptions == claim().assumptions
    audit(verdict)


def test_the_newline_that_programs_print_is_no_part_of_the_answer():
    assert prove(claim(), [answer(says="unsat\n")], replay())


@pytest.mark.parametrize("says", [
    "", "sat", "unknown", "timeout", "unsat unsat", "unsat\nunsat\n", "unsat\n(error \"line 3\")",
    "(error \"line 1\")\nunsat", " unsat", "unsat\n\n", "UNSAT", "unsat\r\n", "unsat;",
])
def test_any_other_answer_proves_nothing(says):
    assert refused(claim(), [answer(says=says)], replay()).reason in (Reason.SOLVER_UNKNOWN, Reason.SUSPECTED)


def test_no_transcript_proves_nothing():
    assert refused(claim(), [], replay()).reason is Reason.SOLVER_UNKNOWN


def test_the_digest_has_to_be_that_of_the_text():
    other = TEXT.replace("(< x x)", "(< x (+ x 0))")
    assert refused(claim(), [answer(other)], replay()).reason is Reason.SOLVER_UNKNOWN
    assert refused(claim(text=TEXT + "\n"), [answer(TEXT)], replay()).reason is Reason.SOLVER_UNKNOWN


@pytest.mark.parametrize("text", ["", "\n", "; nothing to prove\n"])
def test_nothing_to_prove_is_not_a_proof(text):
    assert "empty" in str(refused(claim(text=text), [answer(text)], replay()))


def test_every_lemma_needs_its_own_unsat():
    subject = claim(lemmas=(LEMMA,))
    assert refused(subject, [answer()], replay()).reason is Reason.LOOP_INVARIANT
    assert refused(subject, [answer(), answer(LEMMA, "unknown")], replay()).reason is Reason.LOOP_INVARIANT
    assert len(prove(subject, [answer(), answer(LEMMA)], replay()).transcripts) == 2


def test_a_lemma_is_held_to_the_same_rules_as_the_text():
    lemma = LEMMA.replace("(check-sat)", "(push 1)\n(check-sat)")
    assert "push" in str(refused(claim(lemmas=(lemma,)), [answer(), answer(lemma)], replay()))


def test_a_second_solver_corroborates_only_with_all_lemmas():
    subject = claim(lemmas=(LEMMA,))
    both = [answer(), answer(solver=Solver.CVC5), answer(LEMMA)]
    assert point(prove(subject, both, replay())).supports is For.PROVED
    both.append(answer(LEMMA, solver=Solver.CVC5))
    proved = prove(subject, both, replay())
    assert point(proved).supports is For.CORROBORATED
    assert [item.level for item in proved.evidence] == [For.PROVED, For.CORROBORATED]


def test_one_solver_asked_twice_is_no_second_opinion():
    assert point(prove(claim(), [answer(), answer()], replay())).supports is For.PROVED


def test_an_undecided_second_solver_takes_nothing_away():
    proved = prove(claim(), [answer(), answer(says="unknown", solver=Solver.CVC5)], replay())
    assert point(proved).supports is For.PROVED


def test_sat_and_unsat_on_one_text_is_a_contradiction():
    transcripts = [answer(), answer(says="sat", solver=Solver.CVC5)]
    with pytest.raises(ContradictionError) as caught:
        prove(claim(), transcripts, replay())
    assert {caught.value.found.supporting.by, caught.value.found.opposing.by} == {"z3 1.0", "cvc5 1.0"}
    assert pickle.loads(pickle.dumps(caught.value)).found == caught.value.found


def test_a_claim_needs_an_obligation_and_a_kind_that_exists():
    assert refused(claim(obligation=""), [answer()], replay())
    for kind in ("Post", "safety", "safety:", "safety:.E", "safety:m:E", "post ", ""):
        with pytest.raises(ValueError, match="kind"):
            claim(kind=kind)
    assert claim(kind="safety:dataclasses.FrozenInstanceError").kind.startswith("safety:")


@pytest.mark.parametrize("reached", [
    None,
    replay(run(requires_held=False)),
    replay(run(annotations_held=False)),
    replay(run(finished=False)),
    replay(run(outcome=Outcome.TIMEOUT)),
    replay(run(outcome=Outcome.CRASHED)),
    replay(function="g"),
    replay(path="n.py"),
    replay(closure="sha256:before"),
    replay(raising()),
])
def test_without_a_run_that_satisfies_the_requires_and_returns_a_postcondition_is_vacuous(reached):
    error = refused(claim(), [answer()], reached)
    assert error.reason is Reason.VACUOUS
    assert unknown(error).reason is Reason.VACUOUS


def test_a_run_without_a_source_is_no_run():
    assert refused(claim(closure=""), [answer()], replay(closure="")).reason is Reason.VACUOUS


def test_other_kinds_may_be_reached_by_a_run_that_raises():
    for kind in ("raises", "safety:IndexError", "assert", "pre"):
        assert prove(claim(kind=kind), [answer()], replay(raising()))


def test_an_infeasible_path_still_needs_requires_that_can_be_satisfied():
    subject = claim(kind="assert", unreachable=True)
    assert prove(subject, [answer()], replay(raising()))
    assert refused(subject, [answer()], None).reason is Reason.VACUOUS
    assert refused(subject, [answer()], replay(run(requires_held=False))).reason is Reason.VACUOUS


def test_a_postcondition_of_what_never_returns_is_vacuous():
    subject = claim(kind="post", unreachable=True)
    assert refused(subject, [answer()], replay(raising())).reason is Reason.VACUOUS


def test_the_key_depends_on_text_and_is_no_plain_digest():
    assert formula_key(TEXT) == formula_key(TEXT) != formula_key(LEMMA)
    assert formula_key(TEXT) != answer().digest
    assert formula_key(TEXT).startswith("sha256:") and CLOSURE.startswith("sha256:")
