"""`hasattr(x, "name")` and `getattr(x, "name"[, default])` where the name is a literal.

Law (library reference, "Built-in Functions"): getattr with a literal is the attribute; with a default, that stands for
an AttributeError of reading it. hasattr tells whether reading it raises AttributeError. Reading an attribute that is
no property runs no code, unless a class has `__getattr__`.
"""

from __future__ import annotations

import ast

from verheal.contracts.core.expr import FALSE, TRUE, Const, Expr
from verheal.contracts.core.types import (
    BOOL,
    BoolT,
    ClassT,
    DictT,
    FloatT,
    IntT,
    ListT,
    NeverT,
    NoneT,
    OpaqueT,
    SetT,
    StrT,
)
from verheal.contracts.lowering import calls, fields
from verheal.contracts.lowering.access import get
from verheal.contracts.lowering.arguments import impossible, positional, unmodelled
from verheal.contracts.lowering.bodies import plain_field
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.objects import half_made
from verheal.contracts.lowering.values import BOTTOM, Val


def has(f: Frame, node: ast.Call) -> Val:
    """hasattr(value, name)"""
    from verheal.contracts.lowering.expressions import split

    args = positional(f, node, 2, 2)
    if args is None:
        return calls.unknown(f, node, "hasattr")
    if impossible(args):
        return BOTTOM

    def one(value: Val) -> Val:
        there = _present(f, value, _name(args[1]), node)
        return calls.called(f, ((value,), {}), "hasattr", node) if there is None else f.val(there)

    return split(f, args[0], one)


def read(f: Frame, node: ast.Call) -> Val:
    """getattr(value, name[, default])"""
    from verheal.contracts.lowering.expressions import split

    args = positional(f, node, 2, 3)
    if args is None:
        return calls.unknown(f, node, "getattr")
    if impossible(args):
        return BOTTOM
    name = _name(args[1])

    def one(value: Val) -> Val:
        if isinstance(value.type, NeverT):
            return BOTTOM
        if name and len(args) == 2 and not isinstance(value.type, OpaqueT):
            return get(f, value, name, node)
        there = None if len(args) == 2 else _present(f, value, name, node)
        if there == TRUE:
            return get(f, value, name, node)
        if there == FALSE:
            return args[2]
        if there is None:
            return calls.called(f, ((value, *args[2:]), {}), "getattr", node)
        unmodelled(f, "computes getattr", node)
        return f.opaque()

    return split(f, args[0], one)


def _name(value: Val) -> str:
    """The literal that the value is, or "": names of attributes that a class hides are no literals to it."""
    found = value.expr.value if isinstance(value.expr, Const) else None
    return found if isinstance(found, str) and isinstance(value.type, StrT) and found.isidentifier() else ""


def _present(f: Frame, value: Val, name: str, node: ast.AST) -> Expr | None:
    """Is the attribute there? None where asking may run code."""
    if not name:
        return None
    match value.type:
        case NoneT():
            return TRUE if hasattr(None, name) else FALSE
        case IntT() | BoolT() | FloatT() | StrT() | ListT() | DictT() | SetT():
            return TRUE if hasattr(_builtin(value), name) else _perhaps(f, node)  # a class below may have more
        case ClassT(key):
            return _of_object(f, value, key, name, node)
        case _:
            return None


def _builtin(value: Val) -> type:
    kinds: tuple[tuple[type, type], ...] = (
        (BoolT, bool), (IntT, int), (FloatT, float), (StrT, str), (ListT, list), (DictT, dict), (SetT, set),
    )  # fmt: skip
    return next(found for kind, found in kinds if isinstance(value.type, kind))


def _perhaps(f: Frame, node: ast.AST) -> Expr:
    unmodelled(f, "computes hasattr", node)
    return f.havoc(BOOL, "there").expr


def _of_object(f: Frame, value: Val, key: str, name: str, node: ast.AST) -> Expr | None:
    program = f.round.program
    family = [program.describe(one) for one in (key, *program.subclasses(key))]
    if any(one.opaque or one.method("__getattr__") for one in family) or program.replaced(key, name):
        return None
    owners = {owner for one in family if (owner := one.method(name)) is not None}
    if any(not _plain_method(f, owner, name) for owner in owners) or not plain_field(program, key, name):
        return None
    if len(family) > 1:
        f.round.assumptions.setdefault("known-subclasses")
    if all(one.method(name) and one.field_of(name) is None for one in family) and not program.deleted(key, name):
        return TRUE
    whole = not f.constructing and not half_made(f, key, name)
    return TRUE if whole and fields.field(f, key, name) is not None else _perhaps(f, node)


def _plain_method(f: Frame, owner: str, name: str) -> bool:
    """Is it a function of the class's body, with nothing around it?"""
    module, _, qualname = owner.partition(":")
    written = f.round.program.modules[module].function(f"{qualname}.{name}")
    return written is not None and not written.is_property and not written.decorators


__all__ = ["has", "read"]
