"""Methods of dicts. Keys keep the order in which they were put in: removing one moves the later ones up."""

from __future__ import annotations

import ast

from verheal.contracts.core import heap
from verheal.contracts.core.build import constant_map, no, select, store, sub
from verheal.contracts.core.expr import FALSE, Expr, integer
from verheal.contracts.core.types import BOOL, INT, DictT, MapT
from verheal.contracts.lowering import containers, dict_sums, lookups
from verheal.contracts.lowering.arguments import Method, always_fails
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.list_methods import first_position, without
from verheal.contracts.lowering.values import BOTTOM, NONE_VAL, Val


def resolved(f: Frame, value: Val) -> DictT:
    """The type without holes."""
    kind = f.resolve(value.type)
    assert isinstance(kind, DictT)
    return kind


def _key(f: Frame, value: Val, key: Val) -> Expr | None:
    assert isinstance(value.type, DictT)
    return lookups.key_of(f, value.type.key, key)


def _can_tell(f: Frame, value: Val, key: Val, node: ast.AST) -> bool:
    assert isinstance(value.type, DictT)
    return lookups.can_tell(f, value.type.key, key, node)


def _get(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    other = args[1] if len(args) == 2 else NONE_VAL
    if not _can_tell(f, value, args[0], node):
        there = f.havoc(BOOL, "there").expr
        return f.branch(there, lambda: lookups.any_value(f, value), lambda: other) or BOTTOM
    found = _key(f, value, args[0])
    if found is None:
        return other
    there = containers.dict_has(f, value, found)
    return f.branch(there, lambda: containers.dict_get(f, value, found, node), lambda: other) or BOTTOM


def _setdefault(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    new = args[1] if len(args) == 2 else NONE_VAL
    if not _can_tell(f, value, args[0], node):
        return f.unsupported("setdefault with this key", node)

    def put() -> Val:
        containers.dict_store(f, value, args[0], new, node)
        stored = _key(f, value, args[0])
        return new if stored is None else containers.dict_get(f, value, stored, node)

    found = _key(f, value, args[0])
    if found is None:
        return put()
    there = containers.dict_has(f, value, found)
    return f.branch(there, lambda: containers.dict_get(f, value, found, node), put) or BOTTOM


def _pop(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    if not _can_tell(f, value, args[0], node):
        return f.unsupported("pop with this key", node)
    found = _key(f, value, args[0])
    if found is None:
        return args[1] if len(args) == 2 else always_fails(f, "KeyError", node)

    def take() -> Val:
        result = containers.dict_get(f, value, found, node)
        dict_remove(f, value, found)
        return result

    there = containers.dict_has(f, value, found)
    if len(args) == 2:
        return f.branch(there, take, lambda: args[1]) or BOTTOM
    f.fail_if(no(there), "KeyError", node)
    return BOTTOM if f.round.dead else take()


def dict_remove(f: Frame, value: Val, key: Expr) -> None:
    """Take out a key that is there."""
    dict_sums.told(f, value, key, None, lambda: _take_out(f, value, key))


def _take_out(f: Frame, value: Val, key: Expr) -> None:
    kind = resolved(f, value)
    n = containers.size(f, value).expr
    order = f.name_value(Val(select(f.heap(heap.dict_keys(kind)), value.expr), MapT(INT, kind.key)), "keys").expr
    at = first_position(f, order, n, key)
    f.write(heap.dict_keys(kind), value.expr, without(f, order, at))
    f.write(heap.dict_size(kind), value.expr, sub(n, integer(1)))
    present = select(f.heap(heap.dict_has(kind)), value.expr)
    f.write(heap.dict_has(kind), value.expr, store(present, key, FALSE))


def _clear(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    kind = resolved(f, value)
    f.write(heap.dict_size(kind), value.expr, integer(0))
    f.write(heap.dict_has(kind), value.expr, constant_map(MapT(kind.key, BOOL), FALSE))
    return NONE_VAL


def copy(f: Frame, value: Val) -> Val:
    """A new dict with the same keys, values and order."""
    kind = resolved(f, value)
    made = f.allocate(value.type)
    for var in (heap.dict_size(kind), heap.dict_has(kind), heap.dict_val(kind), heap.dict_keys(kind)):
        f.write(var, made.expr, select(f.heap(var), value.expr))
    return made


def _copy(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    return copy(f, value)


DICT_METHODS: tuple[Method, ...] = (
    Method("get", 1, 2, _get),
    Method("setdefault", 1, 2, _setdefault),
    Method("pop", 1, 2, _pop),
    Method("clear", 0, 0, _clear),
    Method("copy", 0, 0, _copy),
)
