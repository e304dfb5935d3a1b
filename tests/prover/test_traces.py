"""Runs of the core judge guesses, and show relations that no template has."""
from __future__ import annotations

from verheal.contracts.core.build import ONE, ZERO, add, le, lt, same, select
from verheal.contracts.core.expr import App, Expr, Var, integer
from verheal.contracts.core.heap import list_data, list_len
from verheal.contracts.core.stmt import Assign, Assume, Check, Function, Loop, Return, Site
from verheal.contracts.core.types import INT, ListT
from verheal.prover.relations import relations
from verheal.prover.traces import Views, traces

LIST = ListT(INT)
XS, N, AT, SUM = Var("xs", LIST), Var("n", INT), Var("i", INT), Var("s", INT)
LEN, DATA = list_len(LIST), list_data(LIST)
STEP = (Assign(AT, add(AT, ONE)),)


def program(test: Expr, *body: Assign) -> Function:
    entry = (Assume(le(ZERO, select(LEN, XS)), "lengths"), Assume(le(ZERO, N), "requires"))
    start = (Assign(AT, ZERO), Assign(SUM, ONE))
    leave = (Check(Site("post", "post", 9, 9), same(AT, N)),)
    loop = Loop("l", 2, (), test, body, STEP)
    return Function("f", (XS, N), (XS, N, LEN, DATA), entry, (*start, loop, Return(AT)), leave, (), Var("r", INT), ())


def test_views_are_those_of_inputs_that_satisfy_the_requires() -> None:
    views = traces(program(lt(AT, N)))["l"]
    assert len(views.states) > 50
    assert all(0 <= state["i"] <= state["n"] for state in views.states)  # type: ignore[operator]
    assert all(state["entry(i)"] == 0 for state in views.states)


def test_what_is_false_in_a_run_falls_and_what_cannot_be_computed_stays() -> None:
    views = traces(program(lt(AT, N)))["l"]
    unknown = le(Var("nowhere", INT), ZERO)
    assert views.survivors((le(AT, N), lt(AT, N), le(ZERO, AT), same(AT, ZERO), unknown)) == (
        le(AT, N), le(ZERO, AT), unknown,
    )  # fmt: skip


def test_numbers_that_square_in_every_round_end_the_run() -> None:
    squares = Assign(SUM, App("int.mul", (add(SUM, ONE), add(SUM, ONE)), INT))
    assert traces(program(lt(AT, integer(10**9)), squares))["l"].states


def table(**columns: list[int]) -> Views:
    return Views(tuple(dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)))


def test_a_sum_that_stays() -> None:
    views = table(i=[0, 1, 2, 3, 0, 1, 2], s=[5, 4, 3, 2, 9, 8, 7], n=[5, 5, 5, 5, 9, 9, 9])
    equations = [one for one in relations(views, (AT, SUM), (N,)) if isinstance(one, App) and one.op == "eq"]
    assert equations and all(holds(one, views) for one in equations)
    assert not any(holds(one, table(i=[1], s=[5], n=[5])) for one in equations)


def holds(claim: Expr, views: Views) -> bool:
    return views.survivors((claim,)) == (claim,)


def test_a_square_and_a_cube() -> None:
    i = list(range(8))
    views = table(i=i, s=[x * (x - 1) // 2 for x in i])
    equations = [one for one in relations(views, (AT, SUM), ()) if isinstance(one, App) and one.op == "eq"]
    assert len(equations) >= 1
    assert all(holds(one, views) for one in equations)
    assert not any(holds(one, table(i=[4], s=[7])) for one in equations)


def test_bounds_are_the_tightest_about_zero() -> None:
    views = table(i=[1, 2, 3, 4], s=[0, 0, 1, 1], n=[9, 9, 9, 4])
    found = relations(views, (AT, SUM), (N,))
    assert le(add(SUM, ONE), AT) in found
    assert le(AT, N) in found


def test_nothing_is_made_of_too_few_views() -> None:
    assert relations(table(i=[1, 2], s=[1, 2]), (AT, SUM), ()) == ()
