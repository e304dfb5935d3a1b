"""Texts that the kernel takes, and texts under which `unsat` would answer something else."""

from __future__ import annotations

import pytest
from proof_examples import LEMMA, TEXT

from verheal.proofs.smtlib import flaw

GOOD = (
    TEXT,
    LEMMA,
    "(assert false)(check-sat)",
    "(declare-datatypes ((Opt 0)) (((none) (some (value Int)))))\n(declare-const o Opt)\n"
    "(assert (distinct o o)) ; a (comment\n(check-sat)",
    "(declare-fun f (Int) Int)\n(define-fun |a (name| () Int (f 1))\n"
    "(assert (forall ((i Int)) (! (= (f i) (str.len \"say \"\"hi\"\"\")) :pattern ((f i)))))\n(check-sat)",
    "(declare-const v (_ BitVec 8))(assert (= v #xff (concat #b1111 #b1111)))(assert (< 1.0 1.5))(check-sat)",
)
ASSERTS = "(declare-const x Int)\n(assert (< x x))\n"
BAD = (
    "",
    "(check-sat",
    "(check-sat))",
    "check-sat",
    "()(check-sat)",
    ASSERTS,
    ASSERTS + "(check-sat)(check-sat)",
    ASSERTS + "(check-sat)(assert true)",
    ASSERTS + "(check-sat x)",
    ASSERTS + "(check-sat-assuming (x))",
    "(set-option :timeout 1)" + ASSERTS + "(check-sat)",
    "(set-info :status unsat)" + ASSERTS + "(check-sat)",
    "(include \"x\")" + ASSERTS + "(check-sat)",
    "(push 1)" + ASSERTS + "(pop 1)(check-sat)",
    "(reset)" + ASSERTS + "(check-sat)",
    "(reset-assertions)" + ASSERTS + "(check-sat)",
    "(echo \"unsat\")" + ASSERTS + "(check-sat)",
    "(exit)" + ASSERTS + "(check-sat)",
    "(define-fun-rec f ((x Int)) Int (f x))" + ASSERTS + "(check-sat)",
    "(define-fun f ((x Int)) Int x)" + ASSERTS + "(check-sat)",
    "(define-sort S () Int)" + ASSERTS + "(check-sat)",
    "(define-fun true () Bool false)" + ASSERTS + "(check-sat)",
    "(declare-fun |and| (Bool Bool) Bool)" + ASSERTS + "(check-sat)",
    ASSERTS + "(set-logic ALL)(check-sat)",
    "(assert (! false :named goal))(check-sat)",
    "(assert \"open)(check-sat)",
    "(assert |open)(check-sat)",
    "(assert (= x \u0661))(check-sat)",
    ASSERTS + "(check-sat)\0(assert true)",
    "; (check-sat)\r(assert true)\n(check-sat)",
    "(assert 'x)(check-sat)",
    ASSERTS + "(check-sat) '",
)


@pytest.mark.parametrize("text", GOOD)
def test_yes(text):
    assert flaw(text) is None


@pytest.mark.parametrize("text", BAD)
def test_no(text):
    assert flaw(text) is not None


@pytest.mark.parametrize("text", GOOD)
def test_what_the_kernel_takes_a_solver_reads_too(text):
    z3 = pytest.importorskip("z3")
    solver = z3.Solver()
    solver.from_string(text)
    assert len(solver.assertions()) == text.count("(assert")


def test_commands_inside_strings_comments_and_quoted_symbols_do_not_count():
    text = "(declare-const |(reset)| Int) ; (reset)\n(assert (= \"(reset)\" \"\"))(check-sat)"
    assert flaw(text) is None


def test_deep_nesting_is_read_without_recursion():
    depth = 100_000
    assert flaw("(assert " + "(not " * depth + "true" + ")" * depth + ")(check-sat)") is None
