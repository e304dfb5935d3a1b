"""Containers that may be one object though they are read as of two types.

Law: `list[int]` and `list[Any]`, or `list[T]`, may be annotations of one and the same list. Each type has heap
variables of its own, so a function that changes such a container, other than one it made itself, is not modelled.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import permutations

from verheal.contracts.core import heap
from verheal.contracts.core.expr import App, Expr, Var
from verheal.contracts.core.stmt import Assign, Havoc, If, Loop, Scope, Stmt, Try
from verheal.contracts.core.types import (
    ClassT,
    DictT,
    ListT,
    MapT,
    OpaqueT,
    SetT,
    TupleT,
    Type,
    UnionT,
    VariableT,
    alternatives,
    is_unknown,
)
from verheal.contracts.lowering.written import ANY

Container = ListT | SetT | DictT


def changed(kinds: Iterable[Type], tables: Iterable[Var], body: tuple[Stmt, ...]) -> bool:
    """Does the body change a container of which another type may be known? `kinds`: those of the parameters, with
    labels; `tables`: the heap variables."""
    held = [kind for var in tables for kind in _inside(var.type)]
    reached = {one for kind in (*kinds, *held) for one in _containers(kind)}
    shared = {a for a, b in permutations(reached, 2) if _may_be_one(a, b)}
    if not shared:
        return False
    names = {var.name for kind in shared for var in _tables(kind)}
    every = tuple(_walk(body))
    made = _made(every)
    return any(
        isinstance(one, Assign) and one.var.name in names and not _is_at(one.value, made) for one in every
    )


def _inside(kind: Type) -> Iterator[Type]:
    if isinstance(kind, MapT):
        yield from _inside(kind.key)
        yield from _inside(kind.value)
    else:
        yield kind


def _containers(kind: Type) -> Iterator[Container]:
    match kind:
        case ListT(element) | SetT(element):
            yield kind
            yield from _containers(element)
        case DictT(key, value):
            yield kind
            yield from _containers(key)
            yield from _containers(value)
        case TupleT(items) | UnionT(items):
            for item in items:
                yield from _containers(item)
        case _:
            pass


def _may_be_one(a: Type, b: Type) -> bool:
    """May a value be of both types, of which one says less than the other, or something else?"""
    match a, b:
        case (ListT(x), ListT(y)) | (SetT(x), SetT(y)):
            return _bare(a) != _bare(b) and (_alike(x, y))
        case DictT(), DictT():
            return _bare(a) != _bare(b) and _alike(a, b)
        case _:
            return False


def _alike(a: Type, b: Type) -> bool:
    if any(isinstance(one, VariableT) or (is_unknown(one) and (not one.label or ANY in one.label)) for one in (a, b)):
        return True
    match a, b:
        case (ListT(x), ListT(y)) | (SetT(x), SetT(y)):
            return _alike(x, y)
        case DictT(x, v), DictT(y, w):
            return _alike(x, y) and _alike(v, w)
        case TupleT(xs), TupleT(ys):
            return len(xs) == len(ys) and all(map(_alike, xs, ys))
        case (UnionT(), _) | (_, UnionT()):
            return any(_alike(x, y) for x in alternatives(a) for y in alternatives(b))
        case ClassT(), ClassT():
            return True
        case _:
            return a == b


def _bare(kind: Type) -> Type:
    """The type as the heap variables are named after it: without labels."""
    match kind:
        case OpaqueT() if is_unknown(kind):
            return OpaqueT()
        case ListT(element) | SetT(element):
            return replace(kind, element=_bare(element))
        case DictT(key, value):
            return DictT(_bare(key), _bare(value))
        case TupleT(items):
            return TupleT(tuple(_bare(item) for item in items))
        case _:
            return kind


def _tables(kind: Container) -> tuple[Var, ...]:
    bare = _bare(kind)
    match bare:
        case ListT():
            return heap.list_len(bare), heap.list_data(bare)
        case SetT():
            return (heap.set_has(bare),)
        case DictT():
            return heap.dict_has(bare), heap.dict_val(bare), heap.dict_size(bare), heap.dict_keys(bare)
        case _:
            return ()


def _made(every: tuple[Stmt, ...]) -> frozenset[Var]:
    """The variables that hold nothing but addresses of what the function made."""
    given: dict[Var, list[Expr]] = {}
    other: set[Var] = set()
    for one in every:
        match one:
            case Assign(var, value):
                given.setdefault(var, []).append(value)
            case Havoc(var) | Scope(result=var):
                other.add(var)
    found = {var for var in given if var not in other}
    while True:
        kept = {v for v in found if all(e == heap.ALLOC or e in found for e in given[v])}
        if kept == found:
            return frozenset(found)
        found = kept


def _is_at(value: Expr, made: frozenset[Var]) -> bool:
    """Is it the table, changed at the address of something made here?"""
    return isinstance(value, App) and value.op == "store" and value.args[1] in made


def _walk(block: tuple[Stmt, ...]) -> Iterator[Stmt]:
    for one in block:
        yield one
        match one:
            case If(_, then, orelse):
                yield from _walk(then + orelse)
            case Loop(head=head, body=body, step=step, orelse=orelse):
                yield from _walk(head + body + step + orelse)
            case Try(body, handlers, orelse, final):
                yield from _walk(body + tuple(s for h in handlers for s in h.body) + orelse + final)
            case Scope(_, body):
                yield from _walk(body)
            case _:
                pass
