"""Methods of sets: a set is its membership row. Order is not modelled, so `pop` takes any member."""

from __future__ import annotations

import ast

from verheal.contracts.core import heap
from verheal.contracts.core.build import constant_map, implies, no, same, select, store
from verheal.contracts.core.expr import FALSE, App, Binder, Expr, integer
from verheal.contracts.core.types import BOOL, MapT, SetT
from verheal.contracts.lowering import containers, lookups
from verheal.contracts.lowering.arguments import Method, Work, always_fails
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.values import NONE_VAL, Val


def resolved(f: Frame, value: Val) -> SetT:
    """The type without holes."""
    kind = f.resolve(value.type)
    assert isinstance(kind, SetT)
    return kind


def set_members(f: Frame, value: Val, row: Expr) -> None:
    """Replace the members of a set."""
    f.write(heap.set_has(resolved(f, value)), value.expr, row)


def _add(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    containers.set_add(f, value, args[0], node)
    return NONE_VAL


def _key(f: Frame, value: Val, key: Val) -> Expr | None:
    assert isinstance(value.type, SetT)
    return lookups.key_of(f, value.type.element, key)


def _can_tell(f: Frame, value: Val, key: Val, node: ast.AST) -> bool:
    assert isinstance(value.type, SetT)
    return lookups.can_tell(f, value.type.element, key, node)


def _discard(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    if not _can_tell(f, value, args[0], node):
        return NONE_VAL
    found = _key(f, value, args[0])
    if found is not None:
        set_members(f, value, store(containers.set_members(f, value), found, FALSE))
    return NONE_VAL


def _remove(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    if not _can_tell(f, value, args[0], node):
        return NONE_VAL
    found = _key(f, value, args[0])
    if found is None:
        return always_fails(f, "KeyError", node)
    row = containers.set_members(f, value)
    f.fail_if(no(select(row, found)), "KeyError", node)
    set_members(f, value, store(row, found, FALSE))
    return NONE_VAL


def _pop(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    assert isinstance(value.type, SetT)
    f.fail_if(same(containers.size(f, value).expr, integer(0)), "KeyError", node)
    row = containers.set_members(f, value)
    taken = f.havoc(containers.element(f, value.type.element), "taken")
    f.assume(select(row, taken.expr), "what pop gives was a member")
    set_members(f, value, store(row, taken.expr, FALSE))
    return taken


def _clear(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    set_members(f, value, constant_map(MapT(resolved(f, value).element, BOOL), FALSE))
    return NONE_VAL


def copy(f: Frame, value: Val) -> Val:
    """A new set with the same members."""
    row = containers.set_members(f, value)
    made = f.allocate(value.type)
    set_members(f, made, row)
    return made


def _copy(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    return copy(f, value)


def _alike(f: Frame, value: Val, other: Val) -> bool:
    if not isinstance(other.type, SetT):
        return False
    if f.resolve(value.type) != f.resolve(other.type):
        f.round.learned.join(value.type, other.type)
    return f.resolve(value.type) == f.resolve(other.type)


def _combination(word: str, op: str, name: str, new: bool) -> Work:
    def work(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
        if not _alike(f, value, args[0]):
            return f.unsupported(f"{name} with this value", node)
        if new:
            return containers.set_combine(f, word, value, args[0], node)
        rows = containers.set_members(f, value), containers.set_members(f, args[0])
        set_members(f, value, App(op, rows, rows[0].type))
        return NONE_VAL

    return work


def related(f: Frame, name: str, value: Val, other: Val) -> Expr:
    """value.issubset(other), issuperset or isdisjoint, for sets of one element type."""
    mine, theirs = containers.set_members(f, value), containers.set_members(f, other)
    one = f.round.fresh("m", resolved(f, value).element)
    a, b = select(mine, one), select(theirs, one)
    body = {"issubset": implies(a, b), "issuperset": implies(b, a), "isdisjoint": implies(a, no(b))}[name]
    return Binder("forall", one, body, BOOL)


def _relation(name: str) -> Work:
    def work(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
        if not _alike(f, value, args[0]):
            return f.unsupported(f"{name} with this value", node)
        return f.val(related(f, name, value, args[0]))

    return work


SET_METHODS: tuple[Method, ...] = (
    Method("add", 1, 1, _add),
    Method("discard", 1, 1, _discard),
    Method("remove", 1, 1, _remove),
    Method("pop", 0, 0, _pop),
    Method("clear", 0, 0, _clear),
    Method("copy", 0, 0, _copy),
    Method("union", 1, 1, _combination("|", "set.union", "union", True)),
    Method("intersection", 1, 1, _combination("&", "set.intersection", "intersection", True)),
    Method("difference", 1, 1, _combination("-", "set.difference", "difference", True)),
    Method("update", 1, 1, _combination("|", "set.union", "update", False)),
    Method("intersection_update", 1, 1, _combination("&", "set.intersection", "intersection_update", False)),
    Method("difference_update", 1, 1, _combination("-", "set.difference", "difference_update", False)),
    Method("issubset", 1, 1, _relation("issubset")),
    Method("issuperset", 1, 1, _relation("issuperset")),
    Method("isdisjoint", 1, 1, _relation("isdisjoint")),
)
