"""A new dict of rows of keys and values: a later value of a key replaces an earlier one, its place stays."""

from __future__ import annotations

from collections.abc import Callable

from verheal.contracts.core import heap
from verheal.contracts.core.build import both, implies, le, lt, no, same, select
from verheal.contracts.core.expr import App, Binder, Expr, Var, forall, integer, mapping
from verheal.contracts.core.types import BOOL, INT, DictT, MapT
from verheal.contracts.lowering.annotations import exact_key
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.values import Val

ZERO = integer(0)
Row = Callable[[Expr], Expr]


def dict_of_rows(f: Frame, kind: DictT, key: Row, value: Row, n: Expr) -> Val | None:
    """The dict that storing key(j): value(j) for j in [0, n) makes; None where they are no keys of the dict."""
    resolved = f.resolve(kind)
    assert isinstance(resolved, DictT)
    if key(ZERO).type != resolved.key or value(ZERO).type != resolved.value or not exact_key(resolved.key):
        return None
    m, k = f.round.fresh("m", resolved.key), f.round.fresh("k", INT)
    among = mapping(m, no(forall(k, ZERO, n, no(same(key(k), m)))))
    present = f.name_value(f.val(among), "present").expr
    last = f.havoc(MapT(resolved.key, INT), "last").expr
    first = f.havoc(MapT(resolved.key, INT), "first").expr
    _place(f, present, last, key, n, m, lambda at, i: lt(at, i), "the last place of a key")
    _place(f, present, first, key, n, m, lambda at, i: lt(i, at), "the first place of a key")
    size = f.name_value(f.val(App("set.card", (present,), INT)), "size").expr
    _measure(f, size, key, n)
    made = f.allocate(kind)
    f.write(heap.dict_has(resolved), made.expr, present)
    f.write(heap.dict_val(resolved), made.expr, mapping(m, value(select(last, m))))
    f.write(heap.dict_size(resolved), made.expr, size)
    f.write(heap.dict_keys(resolved), made.expr, _order(f, resolved, present, first, size))
    return made


def _place(
    f: Frame, present: Expr, place: Expr, key: Row, n: Expr, m: Var, beyond: Callable[[Expr, Expr], Expr], why: str
) -> None:
    """`place` gives for each key a place at which it stands, and beyond which it does not."""
    at, i = select(place, m), f.round.fresh("i", INT)
    inside = both(le(ZERO, at), lt(at, n), same(key(at), m))
    outermost = forall(i, ZERO, n, implies(beyond(at, i), no(same(key(i), m))))
    f.assume(Binder("forall", m, implies(select(present, m), both(inside, outermost)), BOOL), why)


def _measure(f: Frame, size: Expr, key: Row, n: Expr) -> None:
    """There are as many keys as entries if none comes twice, and never more."""
    k, i = f.round.fresh("k", INT), f.round.fresh("i", INT)
    distinct = forall(k, ZERO, n, forall(i, ZERO, k, no(same(key(i), key(k)))))
    f.assume(both(le(ZERO, size), le(size, n)), "a dict has no more keys than entries put in")
    f.assume(same(same(size, n), distinct), "and as many if no key comes twice")


def _order(f: Frame, kind: DictT, present: Expr, first: Expr, size: Expr) -> Expr:
    """The keys in the order in which they first came."""
    row = f.havoc(MapT(INT, kind.key), "keys").expr
    p, q, m = f.round.fresh("p", INT), f.round.fresh("q", INT), f.round.fresh("m", kind.key)
    f.assume(forall(p, ZERO, size, select(present, select(row, p))), "the keys are those put in")
    earlier = lt(select(first, select(row, q)), select(first, select(row, p)))
    f.assume(forall(p, ZERO, size, forall(q, ZERO, p, earlier)), "in the order in which they came")
    missed = forall(p, ZERO, size, no(same(select(row, p), m)))
    f.assume(Binder("forall", m, implies(select(present, m), no(missed)), BOOL), "and none is left out")
    return row
