"""Elimination keeps what is inductive, drops the rest, and finds measures."""
from __future__ import annotations

from verheal.contracts.core.build import ONE, ZERO, add, le, lt, same, select
from verheal.contracts.core.expr import Expr, Var, integer
from verheal.contracts.core.heap import list_data, list_len
from verheal.contracts.core.stmt import Assign, Assume, Check, Function, If, Loop, Return, Site
from verheal.contracts.core.types import INT, ListT
from verheal.contracts.obligations.generate import generate
from verheal.contracts.obligations.model import Generated, Hints, Sequent
from verheal.contracts.smt.printer import render
from verheal.prover.backends.z3_backend import solve
from verheal.prover.decode import values_of
from verheal.prover.houdini import Solved, infer, rank
from verheal.prover.quick import entails

LIST = ListT(INT)
XS, N, AT, BEST = Var("xs", LIST), Var("n", INT), Var("i", INT), Var("best", INT)
LEN, DATA = list_len(LIST), list_data(LIST)
ELEMENT = select(select(DATA, XS), AT)
POST = Site("post", "post", 9, 9)
STEP = (Assign(AT, add(AT, ONE)),)


def program(loop: Loop, *start: Assign, post: Expr) -> Function:
    entry = (Assume(le(ZERO, select(LEN, XS)), "lengths"), Assume(le(ZERO, N), "requires"))
    leave = (Check(POST, post),)
    body = (*start, loop, Return(AT))
    return Function("f", (XS, N), (XS, N, LEN, DATA), entry, body, leave, (), Var("result", INT), ())


COUNT = program(
    Loop("l", 2, (), lt(AT, N), (), STEP, candidates=(le(AT, N), lt(AT, N), same(AT, ZERO), le(ZERO, AT))),
    Assign(AT, ZERO),
    post=same(Var("result", INT), N),
)
LARGEST = program(
    Loop("l", 2, (), lt(AT, select(LEN, XS)), (If(lt(BEST, ELEMENT), (Assign(BEST, ELEMENT),)),), STEP),
    Assign(AT, ZERO),
    Assign(BEST, ZERO),
    post=le(ZERO, BEST),
)


def proved(made: Generated, kind: str) -> bool:
    oracle = entails()
    claims = [item for item in made.obligations if item.site.kind == kind]
    return bool(claims) and all(
        oracle(sequent.assumptions, (sequent.goal,))[0]
        for item in claims
        for sequent in (item.sequent, *item.lemmas)
    )


def test_the_inductive_candidates_are_kept() -> None:
    hints = infer(lambda hints: generate(COUNT, hints), many=entails())
    kept = hints.invariants["l"]
    assert le(AT, N) in kept and lt(AT, N) not in kept and same(AT, ZERO) not in kept
    assert proved(generate(COUNT, hints), "post")
    assert not proved(generate(COUNT, Hints()), "post")


def test_guesses_of_the_generator_are_enough_for_a_maximum() -> None:
    hints = infer(lambda hints: generate(LARGEST, hints), many=entails())
    assert proved(generate(LARGEST, hints), "post")


def test_a_measure_is_found() -> None:
    hints = infer(lambda hints: generate(COUNT, hints), many=entails())
    ranked = rank(lambda hints: generate(COUNT, hints), None, hints, many=entails())
    assert ranked.measures["l"] and proved(generate(COUNT, ranked), "termination")


def test_unknown_counts_as_failing_and_a_spent_budget_keeps_nothing() -> None:
    def unable(_: Sequent) -> Solved:
        return Solved(False)

    assert infer(lambda hints: generate(COUNT, hints), unable).invariants["l"] == ()
    assert infer(lambda hints: generate(COUNT, hints), many=entails(), calls=2).invariants == {}


WRONG = tuple(lt(AT, integer(-k)) for k in range(40))
CROWDED = program(
    Loop("l", 2, (), lt(AT, N), (), STEP, candidates=(*WRONG, le(AT, N))),
    Assign(AT, ZERO),
    post=same(Var("result", INT), N),
)


def test_counter_models_drop_several_candidates_at_once() -> None:
    asked = 0

    def solving(sequent: Sequent) -> Solved:
        nonlocal asked
        asked += 1
        printed = render(sequent.assumptions, sequent.goal)
        answer = solve(printed.text, 1_000_000, want_model=True)
        if answer.model is None:
            return Solved(answer.transcript.answer == "unsat")
        variables = tuple(var for _, var in printed.names)
        return Solved(False, values_of(answer.model, printed.names, variables))

    hints = infer(lambda hints: generate(CROWDED, hints), solving)
    assert le(AT, N) in hints.invariants["l"] and asked < 20


def test_many_goals_are_one_question() -> None:
    asked = 0
    oracle = entails()

    def counting(assumptions: tuple[Expr, ...], goals: tuple[Expr, ...]) -> tuple[bool, ...]:
        nonlocal asked
        asked += 1
        return oracle(assumptions, goals)

    hints = infer(lambda hints: generate(CROWDED, hints), many=counting)
    assert le(AT, N) in hints.invariants["l"] and asked < 10
