"""The printed text of hand-made sequents: shape, names, and what z3 says of them."""
from __future__ import annotations

import pytest

from verheal.contracts.core.build import (
    ONE,
    ZERO,
    add,
    both,
    choose,
    is_member,
    le,
    lt,
    no,
    same,
    select,
    store,
    text,
)
from verheal.contracts.core.expr import FALSE, TRUE, App, Expr, Var, forall, integer, mapping
from verheal.contracts.core.heap import list_data, list_len, set_has
from verheal.contracts.core.ops import table
from verheal.contracts.core.types import FLOAT, INT, NONE, STR, ListT, MapT, SetT, UnionT
from verheal.contracts.smt.operators import OPERATORS
from verheal.contracts.smt.printer import Unprintable, print_sequent, render
from verheal.proofs.smtlib import flaw
from verheal.prover.backends.z3_backend import solve

LIST = ListT(INT)
DATA, LEN = list_data(LIST), list_len(LIST)
A, B = Var("a", LIST), Var("b", LIST)
X, K, T, M = Var("i", INT), Var("k", INT), Var("t", INT), Var("m", INT)
ROW, N = select(DATA, A), select(LEN, A)
MEMBERS = select(set_has(SetT(STR)), Var("s", SetT(STR)))
KEY = Var("key", STR)


def total(row: Expr, count: Expr) -> Expr:
    return App("seq.sum", (row, count), INT)


def greatest(row: Expr, count: Expr) -> Expr:
    return App("seq.max", (row, count), INT)


def card(row: Expr) -> Expr:
    return App("set.card", (row,), INT)


def positive(data: Expr, length: Expr) -> Expr:
    return forall(K, ZERO, select(length, B), lt(ZERO, select(select(data, B), K)))


def is_greatest(value: Expr, count: Expr) -> Expr:
    bound = forall(K, ZERO, count, le(select(ROW, K), value))
    return both(bound, no(forall(K, ZERO, count, no(same(select(ROW, K), value)))))


APPENDED = store(DATA, B, store(select(DATA, B), select(LEN, B), T))
LONGER = store(LEN, B, add(select(LEN, B), ONE))
SORTED = App("seq.sorted", (ROW, N), MapT(INT, INT))
MAPPED = mapping(K, add(select(ROW, K), ONE))
UNION = Var("u", UnionT((INT, NONE)))

VALID: dict[str, tuple[tuple[Expr, ...], Expr]] = {
    "arithmetic": ((lt(ZERO, X),), lt(ZERO, add(X, ONE))),
    "sum step": (
        (same(T, total(ROW, X)), le(ZERO, X), lt(X, N)), same(add(T, select(ROW, X)), total(ROW, add(X, ONE)))
    ),
    "append": ((positive(DATA, LEN), lt(ZERO, T), le(ZERO, select(LEN, B))), positive(APPENDED, LONGER)),
    "maximum by quantifiers": (
        (is_greatest(M, X), le(ONE, X), lt(X, N), lt(M, select(ROW, X))),
        is_greatest(select(ROW, X), add(X, ONE)),
    ),
    "maximum by law": (
        (same(M, greatest(ROW, X)), le(ONE, X)),
        same(choose(lt(M, select(ROW, X)), select(ROW, X), M), greatest(ROW, add(X, ONE))),
    ),
    "pointwise map": ((), forall(K, ZERO, N, lt(select(ROW, K), select(MAPPED, K)))),
    "sorted": ((lt(ONE, N),), le(select(SORTED, ZERO), select(SORTED, ONE))),
    "sorted keeps the sum": ((), same(total(SORTED, N), total(ROW, N))),
    "union": ((no(is_member(UNION, 1)),), is_member(UNION, 0)),
    "card": ((no(select(MEMBERS, KEY)),), same(card(store(MEMBERS, KEY, TRUE)), add(card(MEMBERS), ONE))),
}


@pytest.mark.parametrize("name", VALID)
def test_valid_sequents_are_proved(name: str) -> None:
    printed = print_sequent(*VALID[name])
    assert flaw(printed) is None
    assert solve(printed, 2_000_000).transcript.answer == "unsat"


@pytest.mark.parametrize("name", VALID)
def test_cvc5_reads_the_text_and_does_not_disagree(name: str) -> None:
    cvc5 = pytest.importorskip("cvc5")
    manager = cvc5.TermManager()
    solver = cvc5.Solver(manager)
    solver.setOption("tlimit-per", "4000")
    parser = cvc5.InputParser(solver)
    parser.setStringInput(cvc5.InputLanguage.SMT_LIB_2_6, print_sequent(*VALID[name]), "sequent")
    symbols, answer = parser.getSymbolManager(), ""
    while not (command := parser.nextCommand()).isNull():
        answer += command.invoke(solver, symbols)
    assert answer.strip() == "unsat"


def test_a_false_sequent_has_a_model_with_names() -> None:
    printed = render((lt(integer(5), T),), lt(integer(7), T))
    answer = solve(printed.text, 100_000, want_model=True)
    assert answer.transcript.answer == "sat"
    assert printed.names == (("x0", T),)
    assert answer.model is not None and answer.model["x0"] in (6, 7)


def test_the_text_does_not_depend_on_names() -> None:
    def shape(i: Var, k: Var, row: Var) -> str:
        return print_sequent((forall(k, ZERO, i, lt(ZERO, select(row, k))),), lt(ZERO, total(row, i)))

    row = Var("row", MapT(INT, INT))
    assert shape(X, K, row) == shape(Var("i#17", INT), Var("k#3", INT), Var("other", row.type))


def test_shared_terms_are_defined_once() -> None:
    shared = add(add(X, T), M)
    for _ in range(60):
        shared = add(shared, shared)
    assert len(print_sequent((), lt(ZERO, shared))) < 10_000


def test_shared_terms_under_a_quantifier_are_let() -> None:
    shared = add(add(K, T), M)
    for _ in range(30):
        shared = add(shared, shared)
    assert len(print_sequent((), forall(K, ZERO, X, lt(ZERO, shared)))) < 10_000


def test_deep_terms_do_not_exhaust_the_stack() -> None:
    deep: Expr = X
    for _ in range(3_000):
        deep = App("int.mul", (deep, T), INT)
    assert print_sequent((), lt(ZERO, deep)).count("(*") == 3_000


def test_a_bound_name_hides_a_free_one() -> None:
    inner = forall(X, ZERO, integer(3), lt(X, integer(3)))
    known = (same(X, integer(9)),)
    assert solve(print_sequent(known, both(inner, *known)), 100_000).transcript.answer == "unsat"
    own_bound = forall(X, ZERO, X, lt(X, integer(9)))
    assert solve(print_sequent(known, own_bound), 100_000).transcript.answer == "unsat"
    assert solve(print_sequent(known, no(own_bound)), 100_000).transcript.answer == "sat"
    wrong = forall(X, ZERO, integer(3), same(X, integer(9)))
    assert solve(print_sequent(known, wrong), 100_000).transcript.answer == "sat"


def test_slicing_leaves_out_what_shares_no_variable() -> None:
    printed = print_sequent((lt(ZERO, T), lt(T, X), lt(ZERO, M)), lt(ZERO, X), slice=True)
    assert printed.count("(assert") == 3
    assert "(assert false)" in print_sequent((FALSE,), lt(ZERO, X), slice=True)


@pytest.mark.parametrize("value", ["\ud800", "\U0001f600\U00020000", "\U0010ffff"])
def test_characters_that_do_not_exist_in_smt_lib_are_refused(value: str) -> None:
    with pytest.raises(Unprintable):
        print_sequent((), same(KEY, text(value)))


def test_operators_are_those_of_the_core() -> None:
    assert set(OPERATORS) == set(table())


def test_errors_of_z3_are_no_answer() -> None:
    answer = solve("(assert (nonsense))(check-sat)", 1_000)
    assert answer.transcript.answer.startswith("error")
    nested = App("float.lt", (Var("f", FLOAT), Var("f", FLOAT)), FALSE.type)
    assert solve(print_sequent((nested,), FALSE), 1_000_000).transcript.answer == "unsat"
