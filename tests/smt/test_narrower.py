"""Selections of assumptions: parts of what was there, each smaller than the one before."""

from __future__ import annotations

from verheal.contracts.core.build import ZERO, both, le, no, same, select
from verheal.contracts.core.expr import App, Expr, Var, forall
from verheal.contracts.core.types import INT, MapT
from verheal.contracts.smt.slicing import narrower

ROW, OTHER = Var("row", MapT(INT, INT)), Var("other", MapT(INT, INT))
N, K, J = Var("n", INT), Var("k", INT), Var("j", INT)


def _summed(row: Expr) -> Expr:
    return le(ZERO, App("seq.sum", (row, N), INT))


NATURAL = forall(K, ZERO, N, le(ZERO, select(ROW, K)))
ELSEWHERE = forall(K, ZERO, N, le(ZERO, select(OTHER, K)))
FOUND = forall(K, ZERO, N, no(forall(J, ZERO, N, no(same(select(ROW, J), select(ROW, K))))))


def test_what_the_goal_does_not_speak_of_goes_first() -> None:
    goal = forall(K, ZERO, N, le(select(ROW, K), select(ROW, K)))
    assert list(narrower((both(le(ZERO, N), _summed(ROW)), NATURAL, FOUND, ELSEWHERE), goal)) == [
        (le(ZERO, N), NATURAL, FOUND, ELSEWHERE),
        (le(ZERO, N), NATURAL, ELSEWHERE),
        (le(ZERO, N), NATURAL),
    ]


def test_sums_stay_where_the_goal_is_of_sums() -> None:
    assert list(narrower((_summed(ROW), NATURAL), _summed(ROW))) == []
