"""Does a value conform to an annotation? The obligation `type`, as a core bool where one says it."""

from __future__ import annotations

import ast

from verheal.contracts.core.build import both, choose, either, is_member, item_of, member
from verheal.contracts.core.expr import FALSE, TRUE, Expr, forall, integer
from verheal.contracts.core.stmt import Assume
from verheal.contracts.core.types import (
    INT,
    DictT,
    HoleT,
    ListT,
    NeverT,
    OpaqueT,
    SetT,
    TupleT,
    Type,
    UnionT,
    alternatives,
    is_unknown,
)
from verheal.contracts.lowering import literal_types
from verheal.contracts.lowering.annotations import accepts
from verheal.contracts.lowering.convert import convert
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.program import External
from verheal.contracts.lowering.values import Val
from verheal.contracts.lowering.written import takes


def bind_holes(f: Frame, actual: Type, declared: Type) -> None:
    """Containers whose element type is still open take the element type that is written where they go."""
    options = alternatives(declared)
    match actual:
        case ListT(HoleT() as hole):
            _bind(f, hole, [o.element for o in options if isinstance(o, ListT)])
        case SetT(HoleT() as hole):
            _bind(f, hole, [o.element for o in options if isinstance(o, SetT)])
        case DictT(key, value):
            dicts = [o for o in options if isinstance(o, DictT)]
            for part, wanted in ((key, [o.key for o in dicts]), (value, [o.value for o in dicts])):
                if isinstance(part, HoleT):
                    _bind(f, part, wanted)
        case TupleT(items):
            for option in options:
                if isinstance(option, TupleT) and len(option.items) == len(items):
                    for one, wanted_item in zip(items, option.items, strict=True):
                        bind_holes(f, one, wanted_item)
        case UnionT(members):
            for one in members:
                bind_holes(f, one, declared)
        case _:
            pass


def holds_opaque(kind: Type) -> bool:
    """Is a part of the type not known?"""
    match kind:
        case OpaqueT():
            return is_unknown(kind)
        case ListT(element) | SetT(element):
            return holds_opaque(element)
        case DictT(key, value):
            return holds_opaque(key) or holds_opaque(value)
        case TupleT(items) | UnionT(items):
            return any(holds_opaque(item) for item in items)
        case _:
            return False


def fits_where_known(f: Frame, declared: Type, value: Val) -> bool:
    """Of a type that is not known in all its parts: does the value have what is known of it?"""
    return holds_opaque(declared) and accepts(f.round.program, declared, value.expr.type)


def _bind(f: Frame, hole: HoleT, wanted: list[Type]) -> None:
    if len(wanted) != 1 or holds_opaque(wanted[0]):
        return
    bound = f.round.learned.bound(hole)
    if isinstance(bound, ListT | SetT | DictT | TupleT):
        bind_holes(f, bound, wanted[0])
    if isinstance(bound, NeverT) or accepts(f.round.program, wanted[0], f.resolve(bound)):
        f.round.learned.fix(hole, wanted[0])


def goal(f: Frame, declared: Type, value: Val) -> Expr | None:
    """The value conforms to `declared`; None when no core expression says so."""
    kind = value.expr.type
    if (listed := literal_types.conforms(declared, value)) is not None:
        return listed
    if holds_opaque(declared):
        return TRUE if takes(f.round.program, declared, f.round.learned.seen(value.type)) else None
    if isinstance(value.type, NeverT) or accepts(f.round.program, declared, kind):
        return TRUE
    if is_unknown(declared) or is_unknown(kind):
        return None
    match kind:
        case UnionT(members):
            parts = [_member_goal(f, declared, value.expr, i, m) for i, m in enumerate(members)]
            kept = [part for part in parts if part is not None]
            return both(*kept) if len(kept) == len(parts) else None
        case TupleT(items):
            options = [
                o for o in alternatives(declared) if isinstance(o, TupleT) and len(o.items) == len(items)
            ]
            return either(*(g for o in options if (g := _tuple_goal(f, o, value.expr)) is not None))
        case ListT(element):
            lists = [o for o in alternatives(declared) if isinstance(o, ListT)]
            return (
                _list_goal(f, lists[0].element, value, element)
                if len(lists) == 1
                else FALSE
                if not lists
                else None
            )
        case SetT() | DictT():
            return None
        case _:
            return FALSE


def narrowed(f: Frame, declared: Type, value: Val, node: ast.AST) -> Expr | None:
    """A union that is written where only some of its members fit, as `declared`; None where none is known to.

    That it is one of these is an obligation, and what comes later rests on it: the container would hold another.
    """
    members = alternatives(value.expr.type)
    parts = [convert(f.round.program, member(value.expr, i), declared) for i in range(len(members))]
    kept = [(is_member(value.expr, i), part) for i, part in enumerate(parts) if part is not None]
    if not kept:
        return None
    fits = either(*(case for case, _ in kept))
    f.check(f.site("type", node), fits)
    whose = dict.fromkeys((f.round.subject, f"{f.module}:{f.qualname}"))  # the latter may be inlined
    f.emit(Assume(fits, "what is stored in a container conforms", tuple(f"{key}|type" for key in whose)))
    found = kept[-1][1]
    for case, part in kept[:-1]:
        found = choose(case, part, found)
    return found


def _member_goal(f: Frame, declared: Type, value: Expr, index: int, kind: Type) -> Expr | None:
    from verheal.contracts.core.build import implies

    inner = goal(f, declared, Val(member(value, index), kind))
    return None if inner is None else implies(is_member(value, index), inner)


def _tuple_goal(f: Frame, option: TupleT, value: Expr) -> Expr | None:
    parts = [goal(f, t, Val(item_of(value, i), item_of(value, i).type)) for i, t in enumerate(option.items)]
    kept = [part for part in parts if part is not None]
    return both(*kept) if len(kept) == len(parts) else None


def _list_goal(f: Frame, wanted: Type, value: Val, element: Type) -> Expr | None:
    from verheal.contracts.core.build import select
    from verheal.contracts.lowering import containers

    n = containers.size(f, value).expr
    source = containers.row(f, value)
    k = f.round.fresh("k", INT)
    cell = select(source, k)
    if isinstance(element, ListT | SetT | DictT):
        return None
    inner = goal(f, wanted, Val(cell, element))
    return None if inner is None else forall(k, integer(0), n, inner)


def is_not_implemented(f: Frame, node: ast.AST) -> bool:
    """`return NotImplemented` of an operator's method, which no annotation mentions (typing documentation)."""
    match node:
        case ast.Return(value=ast.Name(id="NotImplemented" as name)):
            dunder = f.qualname.rpartition(".")[2].startswith("__")
            return dunder and f.meaning(name) == External(f"builtins.{name}")
        case _:
            return False
