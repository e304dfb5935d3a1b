"""Positions chosen by a condition: the first, those that are kept, those in the order of a key.

Each is computed by an operator of the core, so that it can be run, and described by what follows from its
definition, so that it can be reasoned about.
"""

from __future__ import annotations

from verheal.contracts.core.build import both, choose, implies, le, lt, no, same, select
from verheal.contracts.core.expr import TRUE, App, Expr, Var, forall, integer, mapping
from verheal.contracts.core.types import INT
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
    """(row, m): the indices k below n at which `test` holds, in ascending order, and how many they are.

    Sorting puts them first when every other k is moved behind all of them.
    """
    from verheal.contracts.core.build import add

    flags = mapping(k, test)
    m = f.name_value(f.val(App("seq.count", (flags, n, TRUE), INT)), "kept").expr
    moved = mapping(k, choose(test, k, add(n, k)))
    row = f.name_value(f.val(App("seq.sorted", (moved, n), moved.type)), "index").expr
    j, i = f.round.fresh("j", INT), f.round.fresh("i", INT)
    one, other = select(row, j), select(row, i)
    f.assume(both(le(ZERO, m), le(m, n)), "no more are kept than there are")
    inside = both(le(ZERO, one), lt(one, n), substitute(test, {k: one}))
    f.assume(forall(j, ZERO, m, inside), "what is kept is an index at which the test holds")
    f.assume(forall(j, ZERO, m, forall(i, ZERO, j, lt(other, one))), "what is kept keeps its order")
    missed = forall(j, ZERO, m, no(same(one, k)))
    f.assume(forall(k, ZERO, n, implies(test, no(missed))), "every index at which the test holds is kept")
    return row, m
