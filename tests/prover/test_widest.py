"""Which of the candidates of ranges are worth asking about."""

from __future__ import annotations

from verheal.contracts.core.build import no, same, select
from verheal.contracts.core.expr import Binder, Expr, Var, forall, integer
from verheal.contracts.core.maps import FiniteMap
from verheal.contracts.core.types import BOOL, INT, MapT
from verheal.prover.widest import widest

ROW, LOW, HIGH, SIZE = Var("row", MapT(INT, INT)), Var("low", INT), Var("high", INT), Var("size", INT)
K, J = Var("%k", INT), Var("%j", INT)
VIEWS = [{"row": FiniteMap.of_list([5, 5, 5]), "low": 1, "high": 2, "size": 3}]


def every(low: Expr, high: Expr) -> Expr:
    return forall(K, low, high, same(select(ROW, K), integer(5)))


def found(high: Expr) -> Expr:
    """What stands in [0, size) stands in [0, high)."""
    there = no(Binder("forall", J, no(same(select(ROW, J), select(ROW, K))), BOOL, integer(0), high))
    return forall(K, integer(0), SIZE, there)


def test_of_what_holds_of_all_up_to_one_end_the_one_from_the_start() -> None:
    whole, rest = every(integer(0), HIGH), every(LOW, HIGH)
    assert widest((rest, whole), VIEWS) == (whole,)


def test_of_what_is_found_the_narrowest() -> None:
    assert widest((found(SIZE), found(HIGH)), VIEWS) == (found(HIGH),)


def test_ranges_that_are_always_empty_say_nothing() -> None:
    assert widest((every(HIGH, LOW),), VIEWS) == ()
