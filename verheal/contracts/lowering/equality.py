"""== of containers.

Law (language reference, "Value comparisons"): lists are equal when they are as long and equal at each place; sets, when
they have the same members; dicts, when they have the same keys and each key the same value. An item is compared by
identity first, so the items' own == has to be one with being the same value.
"""

from __future__ import annotations

import ast

from verheal.contracts.core import heap
from verheal.contracts.core.build import both, implies, same, select
from verheal.contracts.core.expr import Binder, Expr, forall, integer
from verheal.contracts.core.types import BOOL, INT, NEVER, DictT, ListT, SetT, Type
from verheal.contracts.lowering import containers, nested_lists
from verheal.contracts.lowering.annotations import exact_key
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.values import Val


def of_lists(f: Frame, a: Val, b: Val, node: ast.AST) -> Expr:
    """a == b for two lists."""
    left, right = f.resolve(a.type), f.resolve(b.type)
    assert isinstance(left, ListT) and isinstance(right, ListT)
    if left == right and isinstance(left.element, ListT) and exact_key(left.element.element):
        return nested_lists.equal(f, a, b, left.element)
    n, m = containers.size(f, a).expr, containers.size(f, b).expr
    if _is_empty(f, a.type) or _is_empty(f, b.type):
        return same(n, m)
    if left != right or not exact_key(left.element):
        return _unknown(f, "these lists", node)
    k = f.round.fresh("k", INT)
    rows = containers.row(f, a), containers.row(f, b)
    return both(same(n, m), forall(k, integer(0), n, same(select(rows[0], k), select(rows[1], k))))


def of_keyed(f: Frame, a: Val, b: Val, node: ast.AST) -> Expr:
    """a == b for sets and dicts."""
    kind, other = f.resolve(a.type), f.resolve(b.type)
    if isinstance(kind, DictT) and isinstance(other, DictT):
        return _of_dicts(f, a, b, node)
    if not isinstance(kind, SetT) or kind != other:
        return _unknown(f, "dicts or different sets", node)
    rows = [_row(f, heap.set_has(kind), value) for value in (a, b)]
    member = f.round.fresh("m", kind.element)
    return Binder("forall", member, same(select(rows[0], member), select(rows[1], member)), BOOL)


def _of_dicts(f: Frame, a: Val, b: Val, node: ast.AST) -> Expr:
    kind = f.resolve(a.type)
    assert isinstance(kind, DictT)
    n, m = containers.size(f, a).expr, containers.size(f, b).expr
    if _is_empty(f, a.type) or _is_empty(f, b.type):
        return same(n, m)
    if kind != f.resolve(b.type) or not exact_key(kind.key) or not exact_key(kind.value):
        return _unknown(f, "these dicts", node)
    has = [_row(f, heap.dict_has(kind), value) for value in (a, b)]
    values = [_row(f, heap.dict_val(kind), value) for value in (a, b)]
    key = f.round.fresh("m", kind.key)
    there, other = (select(row, key) for row in has)
    equal = same(select(values[0], key), select(values[1], key))
    answer = Binder("forall", key, both(same(there, other), implies(there, equal)), BOOL)
    f.assume(implies(answer, same(n, m)), "dicts of the same keys are as large")
    return answer


def _is_empty(f: Frame, kind: Type) -> bool:
    """Was nothing ever put into the container, wherever it is seen?"""
    match f.round.learned.seen(kind):
        case ListT(element) | DictT(element, _):
            return element == NEVER
        case _:
            return False


def _row(f: Frame, table: Expr, value: Val) -> Expr:
    """What a table of the heap holds for the container now."""
    return f.name_value(f.val(select(table, value.expr)), "row").expr


def _unknown(f: Frame, what: str, node: ast.AST) -> Expr:
    line = getattr(node, "lineno", 0)
    f.stuck(f"== of {what}, line {line}", line, reads_only=True)
    return f.havoc(BOOL, "eq").expr
