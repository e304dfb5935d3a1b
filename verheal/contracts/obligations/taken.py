"""Whole numbers that only take over elements of rows: they bound no places, so no range of places ends at them."""

from __future__ import annotations

from verheal.contracts.core.expr import App, Expr, Var
from verheal.contracts.core.types import INT
from verheal.contracts.obligations.rounds import Round, leaves, subterms, tidy


def taken(a_round: Round) -> tuple[Expr, ...]:
    """Over program variables: those that a round may set to an element, and that are no place of a row themselves."""
    terms = a_round.terms
    read = subterms((a_round.test, *a_round.conds, *(item.back for item in a_round.variables.values())))
    places = {part.args[1] for part in read if isinstance(part, App) and _of_list(part)}
    found = []
    for item in a_round.of_type(INT):
        made = [leaf for leaf, _ in leaves(tidy(terms, item.back)) if leaf is not item.top]
        if made and item.top not in places and all(isinstance(leaf, App) and leaf.op == "select" for leaf in made):
            found.append(a_round.abstract(item.top))
    return tuple(found)


def _of_list(part: App) -> bool:
    """Is it the element of a list at some place?"""
    match part:
        case App("select", (App("select", (table, _)), _)):
            return any(isinstance(inner, Var) and inner.name.startswith("data@") for inner in subterms((table,)))
        case _:
            return False
