"""Guesses about variables that take over a value once it was tested: the test goes on to hold of them."""

from __future__ import annotations

from collections.abc import Iterable

from verheal.contracts.core.expr import Const, Expr
from verheal.contracts.core.types import INT, MapT
from verheal.contracts.obligations.rounds import Round, leaves, replace_terms, subterms, tidy

MOST = 12


def latched(a_round: Round) -> Iterable[Expr]:
    """After `if p(e): v = e` holds p(v), or v is as it was on entry; as which what is only set on the way out is."""
    terms = a_round.terms
    found: dict[Expr, None] = {}
    for item in a_round.variables.values():
        if item.back is item.top and item.top.type != INT:
            found[terms.eq(item.top, item.begin)] = None
        if isinstance(item.top.type, MapT) or not a_round.reads(item):
            continue
        for leaf, way in leaves(tidy(terms, item.back)):
            if leaf is item.top or isinstance(leaf, Const) or not a_round.plain(leaf):
                continue
            for test, holds in way:
                fact = tidy(terms, test if holds else terms.negate(test))
                if not any(part is leaf for part in subterms((fact,))):
                    continue
                body = replace_terms(terms, fact, {leaf: item.top})
                if a_round.plain(body) and not a_round.constant(body):
                    found |= dict.fromkeys((body, terms.disj((terms.eq(item.top, item.begin), body))))
    return tuple(found)[:MOST]
