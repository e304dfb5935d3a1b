"""Every law that a formula assumes is true of concrete values."""
from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from verheal.contracts.core.build import add, choose, le, lt, same, select, store, sub
from verheal.contracts.core.evaluate import evaluate
from verheal.contracts.core.expr import App, Binder, Const, Expr, Var, forall, integer, mapping
from verheal.contracts.core.maps import FiniteMap
from verheal.contracts.core.types import BOOL, FLOAT, INT, STR, MapT, Type
from verheal.contracts.smt.facts import LAWS, facts
from verheal.contracts.smt.operators import OPERATORS

ROW, MEMBERS = MapT(INT, INT), MapT(STR, BOOL)
FIRST, SECOND = Var("first", ROW), Var("second", ROW)
LEFT, RIGHT = Var("left", MEMBERS), Var("right", MEMBERS)
N, M, K, V, X = (Var(name, INT) for name in "nmkvx")
WORD, PRESENT = Var("word", STR), Var("present", BOOL)
STORED = store(FIRST, K, V)
DOMAINS: dict[Type, tuple[object, ...]] = {STR: ("", "a", "b", "c", "never"), INT: tuple(range(-4, 6))}

small = st.integers(-3, 4)
rows = st.lists(small, max_size=5).map(lambda values: FiniteMap.of_list(list[object](values), 0))
members = st.frozensets(st.sampled_from(["", "a", "b", "c"])).map(
    lambda keys: FiniteMap(False, dict.fromkeys(keys, True))
)
huge = st.one_of(
    small, st.integers(-(2**60), 2**60), st.integers(-(2**1030), 2**1030),
    st.builds(lambda exponent, delta: 2**exponent + delta, st.integers(50, 1025), st.integers(-3, 3)),
    st.sampled_from([2**53 - 1, 2**53, 2**53 + 1, -(2**53) - 1]),
    st.sampled_from([2**1024 - 2**970, 2**1024 - 2**970 - 1, -(2**1024) + 2**970, -(2**1024) + 2**970 + 1]),
)


def holds(terms: Iterable[Expr], env: dict[str, object]) -> None:
    laws = facts(tuple(terms))
    assert laws
    wrong = [law for law in laws if not evaluate(law, env, DOMAINS)]
    assert wrong == []


@settings(max_examples=150, deadline=None)
@given(rows, rows, small, st.sampled_from([0, 0, 1]), small, small)
def test_laws_of_rows(first: FiniteMap, second: FiniteMap, n: int, delta: int, k: int, v: int) -> None:
    env = {"first": first, "second": second, "n": n, "m": n + delta, "k": k, "v": v}
    for op in ("seq.sum", "seq.min", "seq.max"):
        holds([App(op, (row, count), INT) for row in (FIRST, SECOND, STORED) for count in (N, M)], env)
    places = [(row, count) for row in (FIRST, SECOND, STORED) for count in (N, M)]
    holds([App("seq.count", (row, count, V), INT) for row, count in places], env)
    both = mapping(K, choose(lt(K, M), select(FIRST, K), select(SECOND, sub(K, M))))
    holds([App("seq.count", (both, count, V), INT) for count in (N, add(M, N), add(N, M))], env)
    flags = [mapping(K, le(select(row, K), V)) for row in (FIRST, STORED)]
    holds([App("seq.places", (row, count), ROW) for row in flags for count in (N, M)], env)


@settings(max_examples=100, deadline=None)
@given(rows, small)
def test_law_of_means(first: FiniteMap, n: int) -> None:
    total, least, most = (App(op, (FIRST, N), INT) for op in ("seq.sum", "seq.min", "seq.max"))
    mean = App("int.floordiv", (total, N), INT)
    laws = facts((mean, least, most))
    means = [law for law in laws if "int.floordiv" in str(law)]
    assert len(means) == 2
    assert all(evaluate(law, {"first": first, "n": n}, DOMAINS) for law in means if n != 0)


@settings(max_examples=200, deadline=None)
@given(rows, small, small, st.sampled_from(["int.le", "int.lt"]), st.booleans())
def test_law_of_neighbours_in_order(row: FiniteMap, low: int, high: int, op: str, rising: bool) -> None:
    pair = select(FIRST, K), select(FIRST, add(K, integer(1)))
    body = App(op, pair if rising else pair[::-1], BOOL)
    holds([forall(K, N, M, body)], {"first": row, "n": low, "m": high})


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([0.0, -0.0, 1.0, 2.0, math.nan, math.inf]), max_size=4), small, small)
def test_law_of_neighbouring_doubles_in_order(values: list[float], low: int, high: int) -> None:
    row = Var("first", MapT(INT, FLOAT))
    claim = forall(K, N, M, App("float.le", (select(row, K), select(row, add(K, integer(1)))), BOOL))
    holds([claim], {"first": FiniteMap.of_list(list[object](values), 0.0), "n": low, "m": high})


def test_nothing_is_said_of_rows_that_are_not_neighbours() -> None:
    apart = forall(K, N, M, App("int.le", (select(FIRST, K), select(FIRST, add(K, integer(2)))), BOOL))
    other = forall(K, N, M, App("int.le", (select(FIRST, K), select(SECOND, add(K, integer(1)))), BOOL))
    assert facts((apart, other)) == ()


@settings(max_examples=80, deadline=None)
@given(rows, rows, small, small, small)
def test_laws_of_sorting(first: FiniteMap, second: FiniteMap, n: int, k: int, v: int) -> None:
    env = {"first": first, "second": second, "n": n, "k": k, "v": v}
    ordered = [App("seq.sorted", (row, N), ROW) for row in (FIRST, SECOND, STORED)]
    others = [App(op, (FIRST, N), INT) for op in ("seq.sum", "seq.min", "seq.max")]
    holds([*ordered, *others, App("seq.count", (FIRST, N, V), INT)], env)


@settings(max_examples=150, deadline=None)
@given(rows, rows, st.integers(-1, 4), small, small, st.booleans(), st.integers(0, 3))
def test_laws_of_counts_of_every_value(
    first: FiniteMap, second: FiniteMap, n: int, k: int, v: int, flag: bool, at: int
) -> None:
    """Of exchanges, choices and copies too; often of rows that are in order, or have the same elements."""
    env = {"first": first, "second": second, "n": n, "k": k, "v": v, "at": at, "flag": flag}
    place = Var("at", INT)
    exchanged = store(store(FIRST, K, select(FIRST, place)), place, select(FIRST, K))
    chosen = choose(Var("flag", BOOL), exchanged, SECOND)
    in_order = App("seq.sorted", (SECOND, N), ROW)
    copied = mapping(K, select(FIRST, K))
    made = (FIRST, SECOND, exchanged, chosen, in_order, copied)
    each = Var("each", INT)
    same_counts = [
        Binder("forall", each, same(*(App("seq.count", (row, N, each), INT) for row in pair)), BOOL)
        for pair in combinations(made, 2)
    ]
    holds([*same_counts, *(App("seq.sorted", (row, N), ROW) for row in made)], env)
    changed = [App("seq.count", (row, N, V), INT) for row in (STORED, exchanged, chosen)]
    holds(changed, env)


@settings(max_examples=150, deadline=None)
@given(members, members, st.sampled_from(["", "a", "b", "c"]), st.booleans())
def test_laws_of_sets(left: FiniteMap, right: FiniteMap, word: str, present: bool) -> None:
    env = {"left": left, "right": right, "word": word, "present": present}
    composed = [App(f"set.{op}", (LEFT, RIGHT), MEMBERS) for op in ("union", "intersection", "difference")]
    changed = store(store(LEFT, WORD, PRESENT), Var("other", STR), PRESENT)
    holds([App("set.card", (row,), INT) for row in (LEFT, RIGHT, changed, *composed)], {**env, "other": "a"})


@settings(max_examples=300, deadline=None)
@given(huge, huge)
def test_laws_of_conversions(n: int, m: int) -> None:
    env = {"n": n, "m": m}
    holds([App("int.to_float", (N,), FLOAT), App("int.to_float", (M,), FLOAT)], env)
    if m:
        holds([App("int.truediv", (N, M), FLOAT)], env)


@settings(max_examples=60, deadline=None)
@given(rows, small)
def test_laws_of_terms_under_a_quantifier_hold_for_all_its_values(first: FiniteMap, v: int) -> None:
    from verheal.contracts.core.build import ZERO, le
    from verheal.contracts.core.expr import forall

    holds([forall(K, ZERO, N, le(ZERO, App("seq.sum", (FIRST, K), INT)))], {"first": first, "n": 3, "v": v})


def test_every_operator_without_a_theory_has_laws() -> None:
    assert {op for op in OPERATORS if op.startswith(("seq.", "set."))} <= set(LAWS)


LITERALS = (0.0, 1.0, -3.0, 0.5, 2.0**53, 2.0**53 - 1)
F, G, H = Var("f", FLOAT), Var("g", FLOAT), Var("h", FLOAT)
doubles = st.one_of(
    st.floats(),
    st.sampled_from([0.0, -0.0, 1.0, -1.0, 0.5, 2.0, 3.0, -3.0, 2.0**53, 5e-324, 1.7976931348623157e308]),
    st.sampled_from([float("inf"), float("-inf"), float("nan"), 0.9999999999999999, 1e16]),
)


@settings(max_examples=300, deadline=None)
@given(doubles, doubles, doubles, huge, huge)
def test_laws_of_doubles(f: float, g: float, h: float, n: int, m: int) -> None:
    env = {"f": f, "g": g, "h": h, "n": n, "m": m}
    operands = ((F, H), (G, H), (F, G))
    made = [App(f"float.{op}", args, FLOAT) for op in ("add", "sub", "mul", "div") for args in operands]
    made += [App("float.to_int", (value,), INT) for value in (F, G)]
    made += [App("int.to_float", (value,), FLOAT) for value in (N, M)]
    made += [App("int.truediv", (N, M), FLOAT), App("int.truediv", (M, M), FLOAT)]
    literals = [App("float.le", (Const(value, FLOAT), F), BOOL) for value in LITERALS]
    laws = facts((*made, *literals), doubles=True)
    wrong = [law for law in laws if not evaluate(law, env, DOMAINS)]
    assert len(laws) > 100 and wrong == []


@settings(max_examples=60, deadline=None)
@given(rows, small, small, small)
def test_laws_of_sums_of_what_is_chosen_or_made(first: FiniteMap, n: int, k: int, v: int) -> None:
    env = {"first": first, "n": n, "k": k, "v": v}
    chosen = App("ite", (le(N, V), FIRST, STORED), ROW)
    read = select(STORED, X)
    bodies = (App("int.mul", (read, X), INT), add(read, select(STORED, add(X, V))), select(chosen, X), add(read, read))
    made = [chosen, *(mapping(X, body) for body in bodies)]
    holds([App("seq.sum", (row, count), INT) for row in made for count in (N, sub(N, integer(1)))], env)
