"""What it takes to mint a refutation, kind by kind, each with its negative twins."""

from __future__ import annotations

import pytest
from proof_examples import FRAME, ZERO, claim, failing, raising, replay, run

from verheal.lattice.levels import Against, For, Point
from verheal.proofs.claim import Place, RaiseSite
from verheal.proofs.kernel import KernelError, audit, refute
from verheal.proofs.reasons import Reason
from verheal.proofs.transcript import Frame, Outcome
from verheal.proofs.verdict import point

ASSERTION = ("AssertionError", "Exception", "BaseException", "object")
VALUE = ("ValueError", "Exception", "BaseException", "object")
ELSEWHERE = Frame("m.py", "f", 9)
CALLEE = Frame("m.py", "g", 3)


def twice(make, *arguments, **changes):
    return replay(make(0, *arguments, **changes), make(1, *arguments, **changes))


def no(subject, transcript):
    with pytest.raises(KernelError) as caught:
        refute(subject, transcript)
    assert caught.value.reason is Reason.SUSPECTED


def test_a_false_postcondition_under_two_hash_seeds():
    verdict = refute(claim(), twice(failing))
    assert point(verdict) == Point(For.NONE, Against.REFUTED)
    assert (verdict.witness.call, verdict.witness.args, verdict.witness.raises) == ("f(0)", {"x": "0"}, None)
    assert "__return__ > 0" in verdict.witness.note
    audit(verdict)


def test_no_text_is_needed_to_refute():
    assert refute(claim(text=""), twice(failing))


def test_one_hash_seed_is_not_enough():
    no(claim(), replay(failing(0)))
    no(claim(), replay(failing(0), failing(0)))


def test_every_run_has_to_fail():
    no(claim(), replay(failing(0), run(1)))
    no(claim(), replay(failing(0), failing(1), run(2)))


@pytest.mark.parametrize("changes", [
    {"requires_held": False}, {"annotations_held": False}, {"finished": False},
    {"outcome": Outcome.TIMEOUT}, {"outcome": Outcome.CRASHED},
])
def test_runs_that_do_not_count(changes):
    no(claim(), twice(failing, **changes))


@pytest.mark.parametrize("changes", [{"function": "g"}, {"path": "n.py"}, {"closure": "sha256:old"}])
def test_a_replay_of_something_else_says_nothing(changes):
    no(claim(), replay(failing(0), failing(1), **changes))


def test_post_needs_its_own_clause():
    no(claim(), twice(failing, text="__return__ > 1"))
    no(claim(), twice(failing, kind="pre"))
    no(claim(), twice(failing, frame=CALLEE))
    no(claim(), twice(run))
    no(claim(), twice(raising))
    no(claim(), twice(failing, outcome=Outcome.RAISED, mro=VALUE))


def test_a_clause_that_raises_fails_unless_it_cannot_be_read():
    assert refute(claim(), twice(failing, exception="IndexError"))
    no(claim(), twice(failing, exception="NameError"))
    no(claim(), twice(failing, exception="SyntaxError"))


def test_post_as_a_plain_assert():
    assert refute(claim(), twice(raising, mro=ASSERTION))
    no(claim(), twice(raising, mro=ASSERTION, frames=(ELSEWHERE,)))


def test_safety_is_the_exception_at_the_place():
    subject = claim(kind="safety:ZeroDivisionError", clause="")
    verdict = refute(subject, twice(raising))
    assert verdict.witness.raises == "ZeroDivisionError: division by zero"
    no(subject, twice(raising, mro=VALUE))
    no(subject, twice(raising, frames=()))
    no(subject, twice(raising, frames=(ELSEWHERE,)))
    no(subject, twice(raising, frames=(FRAME, CALLEE)))
    no(subject, twice(run))


def test_safety_by_a_subclass_of_the_exception():
    subject = claim(kind="safety:LookupError", clause="")
    assert refute(subject, twice(raising, mro=("KeyError", "LookupError", "Exception")))


def test_safety_inside_a_comprehension_counts_and_inside_a_nested_function_does_not():
    subject = claim(kind="safety:ZeroDivisionError", clause="")
    assert refute(subject, twice(raising, frames=(FRAME, Frame("m.py", "f.<locals>.<genexpr>", 3))))
    no(subject, twice(raising, frames=(FRAME, Frame("m.py", "f.<locals>.g", 3))))


def test_safety_of_an_inlined_callee_is_placed_in_the_callee():
    subject = claim(kind="safety:ZeroDivisionError", clause="", place=Place("m.py", "g", 3, 3))
    assert refute(subject, twice(raising, frames=(FRAME, CALLEE)))


def test_recursion_overflows_wherever_the_stack_ends():
    subject = claim(kind="safety:RecursionError", clause="")
    mro = ("RecursionError", "RuntimeError", "Exception", "BaseException", "object")
    assert refute(subject, twice(raising, mro=mro, frames=(FRAME, CALLEE)))
    no(subject, twice(raising, mro=mro, frames=(ELSEWHERE, CALLEE)))


def test_assert_is_exactly_assertion_error_there():
    subject = claim(kind="assert", clause="x > 0")
    assert refute(subject, twice(raising, mro=ASSERTION))
    no(subject, twice(raising, mro=("icontract.ViolationError", *ASSERTION)))
    no(subject, twice(raising, mro=ASSERTION, frames=(FRAME, CALLEE)))


def test_raises_is_what_nothing_declares():
    subject = claim(kind="raises", clause="")
    assert refute(subject, twice(raising, mro=VALUE))
    no(subject, twice(run))
    no(claim(kind="raises", clause="", declared=("ValueError",)), twice(raising, mro=VALUE))
    no(claim(kind="raises", clause="", declared=("Exception",)), twice(raising, mro=VALUE))
    no(claim(kind="raises", clause="", declared=("pkg.MyError",)), twice(raising, mro=("MyError", *VALUE)))
    no(subject, twice(raising, mro=("MemoryError", "Exception", "BaseException", "object")))
    no(subject, twice(raising, mro=("KeyboardInterrupt", "BaseException", "object")))


def test_a_raise_statement_declares_only_what_it_raises_itself():
    subject = claim(kind="raises", clause="", raise_sites=(RaiseSite(3, 3, "ValueError"),))
    no(subject, twice(raising, mro=VALUE))
    assert refute(subject, twice(raising))
    assert refute(subject, twice(raising, mro=VALUE, frames=(ELSEWHERE,)))
    assert refute(subject, twice(raising, mro=VALUE, frames=(FRAME, CALLEE)))


@pytest.mark.parametrize("kind", ["pre", "type"])
def test_pre_and_type_belong_to_one_place(kind):
    subject = claim(kind=kind, clause="y != 0")
    assert refute(subject, twice(failing, kind=kind, text="y != 0"))
    no(subject, twice(failing, kind=kind, text="y != 0", frame=ELSEWHERE))
    no(subject, twice(failing, kind=kind, text="y > 0"))


@pytest.mark.parametrize("kind", ["invariant", "loop-invariant", "frame", "refinement", "equivalence"])
def test_other_clauses(kind):
    subject = claim(kind=kind, clause="self.x > 0")
    assert refute(subject, twice(failing, kind=kind, text="self.x > 0"))
    no(subject, twice(run))


def test_nothing_refutes_termination():
    no(claim(kind="termination"), twice(failing, kind="termination"))
    no(claim(kind="termination"), twice(run, outcome=Outcome.TIMEOUT, finished=False))


FIRST, SECOND = (3, 11, 3, 16), (3, 19, 3, 28)


@pytest.mark.parametrize("kind", ["safety:ZeroDivisionError", "assert"])
def test_one_of_two_on_a_line_is_blamed_by_its_position(kind):
    mro = ZERO if kind.startswith("safety") else ASSERTION
    subject = claim(kind=kind, clause="", place=Place("m.py", "f", 3, 3, (FIRST,), crowded=True))
    assert refute(subject, twice(raising, mro=mro, frames=(Frame("m.py", "f", 3, FIRST),)))
    no(subject, twice(raising, mro=mro, frames=(Frame("m.py", "f", 3, SECOND),)))
    no(subject, twice(raising, mro=mro, frames=(FRAME,)))


def test_what_is_not_modelled_on_the_line_is_not_blamed_on_what_is():
    subject = claim(kind="safety:ZeroDivisionError", clause="", place=Place("m.py", "f", 3, 3, (FIRST,)))
    no(subject, twice(raising, frames=(Frame("m.py", "f", 3, SECOND),)))
    assert refute(subject, twice(raising, frames=(FRAME,)))  # Python 3.10 gives no positions


def test_a_precondition_belongs_to_one_of_two_calls_on_a_line():
    place = Place("m.py", "f", 3, 3, (FIRST,), crowded=True)
    subject = claim(kind="pre", clause="n > 0", place=place)
    assert refute(subject, twice(failing, kind="pre", text="n > 0", frame=Frame("m.py", "f", 3, FIRST)))
    no(subject, twice(failing, kind="pre", text="n > 0", frame=Frame("m.py", "f", 3, SECOND)))
    no(subject, twice(failing, kind="pre", text="n > 0"))


def test_a_raise_declares_what_it_raises_itself():
    """Not what fails while its exception is being made."""
    subject = claim(kind="raises", clause="", raise_sites=(RaiseSite(3, 3, "ZeroDivisionError", (FIRST,)),))
    no(subject, twice(raising, frames=(Frame("m.py", "f", 3, FIRST),)))
    assert refute(subject, twice(raising, frames=(Frame("m.py", "f", 3, SECOND),)))
