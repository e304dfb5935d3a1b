"""Positions chosen by a condition: the first, those that are kept, those in the order of a key.

Each is computed by an operator of the core, so that it can be run, and described by what follows from its
definition, so that it can be reasoned about.
"""

from __future__ import annotations

from verheal.contracts.core.build import both, choose, le, lt, no
from verheal.contracts.core.expr import TRUE, App, Expr, Var, forall, integer, mapping
from verheal.contracts.core.types import INT, MapT
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.pure import substitute

ZERO = integer(0)


def first_index(f: Frame, k: Var, n: Expr, test: Expr) -> Expr:
    """The least k below n at which `test` holds, where there is one (n > 0 then)."""
    row = mapping(k, choose(test, k, n))
    at = f.name_value(f.val(App("seq.min", (row, n), INT)), "first").expr
    there = both(le(ZERO, at), lt(at, n), substitute(test, {k: at}))
    f.assume(both(there, forall(k, ZERO, at, no(test))), "what holds at some index holds first at one")
    return at


def kept_indices(f: Frame, k: Var, n: Expr, test: Expr) -> tuple[Expr, Expr]:
    """(row, m): the indices k below n at which `test` holds, in ascending order, and how many they are."""
    flags = mapping(k, test)
    m = f.name_value(f.val(App("seq.count", (flags, n, TRUE), INT)), "kept").expr
    row = f.name_value(f.val(App("seq.places", (flags, n), MapT(INT, INT))), "index").expr
    return row, m
