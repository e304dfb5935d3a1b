"""Lists of lists: a copy of all of it, and ==.

Law (library reference, "copy", "Comparisons"): a deep copy holds new lists with the items of the old ones; lists are
equal that are of one length and equal item by item. Of lists that are one object the copies here are two, which only
`is` tells.
"""

from __future__ import annotations

from verheal.contracts.core import heap
from verheal.contracts.core.build import add, both, choose, le, lt, same, select, sub
from verheal.contracts.core.expr import App, Expr, Var, forall, integer, mapping
from verheal.contracts.core.stmt import Assign
from verheal.contracts.core.types import INT, ListT, MapT
from verheal.contracts.lowering import containers
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.values import Val


def copied(f: Frame, value: Val, inner: ListT) -> Val:
    """A new list of new lists, at addresses one behind the other."""
    n, row = containers.size(f, value).expr, containers.row(f, value)
    alloc = f.heap(heap.ALLOC)
    base = f.name_value(Val(alloc, INT), "base").expr
    f.note_write(alloc)
    f.emit(Assign(alloc, add(base, n)))
    for table in (heap.list_len(inner), heap.list_data(inner)):
        _extended(f, table, row, base, n)
    k = f.round.fresh("k", INT)
    made = mapping(k, App("ref.cast", (add(base, k),), inner))
    return containers.new_list(f, value.type, made, n)


def _extended(f: Frame, table: Var, row: Expr, base: Expr, n: Expr) -> None:
    """What the lists of the row hold stands at the n addresses from `base` on too."""
    known = f.heap(table)
    assert isinstance(known.type, MapT)
    a = f.round.fresh("a", INT)
    source = select(known, select(row, sub(a, base)))
    f.note_write(known)
    f.emit(Assign(known, mapping(a, choose(both(le(base, a), lt(a, add(base, n))), source, select(known, a)))))


def equal(f: Frame, a: Val, b: Val, inner: ListT) -> Expr:
    """a == b of lists of lists whose items are equal just where they are one value."""
    n, m = containers.size(f, a).expr, containers.size(f, b).expr
    left, right = containers.row(f, a), containers.row(f, b)
    now = (heap.list_len(inner), heap.list_data(inner))  # as they are, whatever is written before the answer is used
    sizes, rows = (f.name_value(f.val(f.heap(table)), "now").expr for table in now)
    i, j = f.round.fresh("i", INT), f.round.fresh("j", INT)
    one, other = select(left, i), select(right, i)
    items = same(select(select(rows, one), j), select(select(rows, other), j))
    lengths = same(select(sizes, one), select(sizes, other))
    return both(same(n, m), forall(i, integer(0), n, both(lengths, forall(j, integer(0), select(sizes, one), items))))
