"""What the values of a dict add up to follows its stores.

Law (library reference, "Mapping Types"): a store puts one value in the place of the key's old one, if there was any,
and leaves all others; taking a key out takes one value away. The sum of the values changes by just that.
"""

from __future__ import annotations

from collections.abc import Callable

from verheal.contracts.core import heap
from verheal.contracts.core.build import add, choose, same, select, sub
from verheal.contracts.core.expr import App, Expr, integer, mapping
from verheal.contracts.core.types import INT, DictT
from verheal.contracts.lowering import containers
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.values import Val

ASKED = "sums of values"


def asked(f: Frame) -> None:
    """The function adds up the values of a dict somewhere: stores are to tell what becomes of the sum."""
    learned = f.round.learned
    if ASKED not in learned.notes:
        learned.note(ASKED, "values")
        learned.changed = True


def told(f: Frame, value: Val, key: Expr, new: Expr | None, change: Callable[[], None]) -> None:
    """Make a change of one key (to `new`, or taken out), and tell what becomes of the sum of the values."""
    kind = f.resolve(value.type)
    if ASKED not in f.round.learned.notes or not isinstance(kind, DictT) or kind.value != INT:
        change()
        return
    before = f.name_value(f.val(_total(f, value, kind)), "sum").expr
    there = containers.dict_has(f, value, key)
    old = select(select(f.heap(heap.dict_val(kind)), value.expr), key)
    gone = f.name_value(f.val(choose(there, old, integer(0))), "old").expr
    change()
    after = sub(before, gone) if new is None else add(sub(before, gone), new)
    f.assume(same(_total(f, value, kind), after), "the sum of a dict's values follows its stores")


def _total(f: Frame, value: Val, kind: DictT) -> Expr:
    """What the values add up to now, in the order of the keys."""
    k = f.round.fresh("k", INT)
    values, keys = (select(f.heap(row), value.expr) for row in (heap.dict_val(kind), heap.dict_keys(kind)))
    size = select(f.heap(heap.dict_size(kind)), value.expr)
    return App("seq.sum", (mapping(k, select(values, select(keys, k))), size), INT)
