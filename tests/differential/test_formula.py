"""The printed meaning of operators agrees with their concrete one: z3 on fixed inputs against `evaluate`."""
from __future__ import annotations

import pytest

from tests.differential.typed_terms import KINDS, SIGNATURES, Terms, literal
from verheal.contracts.core.build import ONE, add, both, same
from verheal.contracts.core.evaluate import evaluate
from verheal.contracts.core.expr import FALSE, Expr
from verheal.contracts.core.types import INT
from verheal.contracts.smt.printer import render
from verheal.prover.backends.z3_backend import solve

# Doubles that z3 has to compute bit by bit are given up early.
RLIMIT = 2_000_000
UNDECIDED = ("unknown\ncanceled", "unknown\ninterrupted", "unknown\ninterrupted from keyboard")


def agreement(terms: Terms, made: list[Expr]) -> tuple[tuple[Expr, ...], list[Expr]]:
    """The values of the variables, and that each term has the value that the interpreter gives."""
    known = tuple(same(var, literal(terms.env[var.name], var.type)) for var in terms.variables)
    return known, [same(term, literal(evaluate(term, terms.env), term.type)) for term in made]


def answer(known: tuple[Expr, ...], goals: list[Expr]) -> str:
    text = render(known, both(*goals), with_facts=False).text
    return solve(text, RLIMIT, cpu_seconds=1.0).transcript.answer


def check(terms: Terms, made: list[Expr]) -> None:
    known, goals = agreement(terms, made)
    assert answer(known, [FALSE]) == "sat", "the values contradict each other"
    found = answer(known, goals)
    if found == "unsat":
        return
    single = [(term, answer(known, [goal])) for term, goal in zip(made, goals, strict=True)]
    assert [term for term, alone in single if alone not in ("unsat", *UNDECIDED)] == []
    assert sum(alone in UNDECIDED for _, alone in single) <= 2


@pytest.mark.parametrize("op", sorted({signature[0] for signature in SIGNATURES}))
def test_each_operator_on_corner_values(op: str) -> None:
    terms = Terms(sum(map(ord, op)))
    signatures = [signature for signature in SIGNATURES if signature[0] == op]
    check(terms, [terms.apply(*signature, 1) for signature in signatures for _ in range(25)])


@pytest.mark.parametrize("seed", range(120))
def test_random_terms(seed: int) -> None:
    terms = Terms(seed)
    check(terms, [terms.term(kind, 3) for kind in KINDS for _ in range(6)])


def test_a_wrong_value_is_noticed() -> None:
    terms = Terms(1)
    made = [terms.term(INT, 3) for _ in range(20)]
    known, goals = agreement(terms, made)
    for term in made:
        wrong = same(term, add(literal(evaluate(term, terms.env), INT), ONE))
        assert answer(known, [*goals, wrong]) == "sat"
