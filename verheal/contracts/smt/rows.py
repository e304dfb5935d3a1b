"""Laws of what is chosen from a row by a condition: the places at which it holds."""

from __future__ import annotations

from verheal.contracts.core.build import ZERO, both, implies, le, lt, same, select
from verheal.contracts.core.expr import TRUE, App, Binder, Expr, Var, forall
from verheal.contracts.core.types import INT
from verheal.contracts.smt.terms import replace

AT, BY = Var("law:i", INT), Var("law:j", INT)


def held(flags: Expr, place: Expr) -> Expr:
    """What the row holds there, written out where the row is given by a rule: solvers match on what is read in it."""
    if isinstance(flags, Binder) and flags.kind == "lambda":
        return replace(flags.body, {flags.var: place})
    return select(flags, place)


def places_laws(term: App) -> list[Expr]:
    """The k-th place is one at which the test holds, with k such before it; each such place is there; they ascend."""
    flags, count = term.args

    def before(end: Expr) -> Expr:
        return App("seq.count", (flags, end, TRUE), INT)

    place, kept = select(term, AT), before(count)
    there = both(le(ZERO, place), lt(place, count), held(flags, place), same(before(place), AT))
    found = both(lt(before(AT), kept), same(select(term, before(AT)), AT))
    return [
        both(le(ZERO, kept), implies(le(ZERO, count), le(kept, count))),
        forall(AT, ZERO, kept, there),
        forall(AT, ZERO, count, both(le(ZERO, before(AT)), implies(held(flags, AT), found))),
        forall(AT, ZERO, kept, forall(BY, ZERO, AT, lt(select(term, BY), place))),
    ]
