"""Naming instances of a quantifier changes nothing of what is claimed."""

from __future__ import annotations

from itertools import product

from verheal.contracts.core.build import select
from verheal.contracts.core.evaluate import evaluate
from verheal.contracts.core.expr import App, Binder, Expr, Var, integer
from verheal.contracts.core.maps import FiniteMap
from verheal.contracts.core.types import BOOL, INT, MapT
from verheal.contracts.obligations.instances import instantiated
from verheal.contracts.obligations.simplify import Terms

ROW, SIZE, PLACE, SOUGHT = Var("row", MapT(INT, INT)), Var("size", INT), Var("place", INT), Var("sought", INT)
K = Var("%k", INT)


def somewhere(terms: Terms) -> Expr:
    """sought is among the first `size` items of the row once `place` was written."""
    written = App("store", (ROW, PLACE, integer(7)), ROW.type)
    apart = App("not", (App("eq", (select(written, K), SOUGHT), BOOL),), BOOL)
    claim = App("not", (Binder("forall", K, apart, BOOL, integer(0), SIZE),), BOOL)
    return terms.rewrite(claim, terms.intern)


def test_the_written_place_is_named() -> None:
    terms = Terms()
    claim = somewhere(terms)
    named = instantiated(terms, claim)
    assert named is not claim
    assert instantiated(terms, terms.negate(claim)) is terms.negate(claim), "what is to be shown of all needs none"


def test_it_means_the_same() -> None:
    terms = Terms()
    claim = somewhere(terms)
    named = instantiated(terms, claim)
    for size, place, sought in product(range(4), range(-1, 5), (0, 1, 7)):
        state = {"row": FiniteMap.of_list([0, 1, 2]), "size": size, "place": place, "sought": sought}
        assert evaluate(named, state) == evaluate(claim, state)
