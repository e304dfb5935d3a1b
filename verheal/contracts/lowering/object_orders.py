"""`<`, `<=`, `>`, `>=` of objects.

Law (data model, "Rich comparison methods"): `x < y` is `x.__lt__(y)`; where the class of x does not define it, it is
`y.__gt__(x)`. The method of y comes first only where its class is a proper subclass of that of x. A dataclass made with
`order=True` compares the tuples of its fields with objects of just its own class.
"""

from __future__ import annotations

import ast

from verheal.contracts.core.expr import Expr
from verheal.contracts.core.types import BoolT, ClassT, OpaqueT, TupleT
from verheal.contracts.lowering import dispatch
from verheal.contracts.lowering.annotations import exact_key
from verheal.contracts.lowering.dataclass_fields import options_of
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.operators import defines
from verheal.contracts.lowering.values import Val

METHODS: tuple[tuple[type[ast.cmpop], str, str], ...] = (
    (ast.Lt, "__lt__", "__gt__"),
    (ast.LtE, "__le__", "__ge__"),
    (ast.Gt, "__gt__", "__lt__"),
    (ast.GtE, "__ge__", "__le__"),
)


def by_method(f: Frame, op: ast.cmpop, a: Val, b: Val, node: ast.AST) -> Val | None:
    """What the method gives that answers `a op b`; None (nothing emitted) where it is not known which one does."""
    own, mirrored = next((own, mirrored) for kind, own, mirrored in METHODS if isinstance(op, kind))
    if isinstance(a.type, OpaqueT) or isinstance(b.type, OpaqueT) or _is_below(f, a, b):
        return None
    if any(_assigned(f, one, name) for one in (a, b) for name in (own, mirrored)):
        return None
    program = f.round.program
    if isinstance(a.type, ClassT) and program.describe(a.type.name).method(own) is not None:
        return dispatch.operator_method(f, a, own, b, node)
    if isinstance(a.type, ClassT) and (_is_generated(f, a) or defines(f, a.type.name, own)):
        return None
    if isinstance(b.type, ClassT) and program.describe(b.type.name).method(mirrored) is not None:
        return dispatch.operator_method(f, b, mirrored, a, node) if isinstance(a.type, ClassT) else None
    return None


def fieldwise(f: Frame, a: Val, b: Val, node: ast.AST) -> tuple[Val, Val] | None:
    """The tuples that two objects of one dataclass are compared as; None of all others."""
    from verheal.contracts.lowering import access
    from verheal.contracts.lowering.expressions import tuple_of

    if not isinstance(a.type, ClassT) or a.type != b.type or f.round.program.subclasses(a.type.name):
        return None
    program, info = f.round.program, f.round.program.describe(a.type.name)
    flags = program.classes[info.key].dataclass_flags
    if flags is None or not flags.order or not flags.init or info.opaque or info.constructor is None:
        return None
    if any(info.may_have(name) for _, name, _ in METHODS):
        return None
    for name, _, default in info.constructor:
        if {"compare", "init", "**"} & set(options_of(program, info.chain, name, default) or {}):
            return None
    names = [name for name, _, _ in info.constructor]
    pair = [tuple_of(f, [access.get(f, one, name, node) for name in names]) for one in (a, b)]
    kinds = (pair[0].type, pair[1].type)
    return (pair[0], pair[1]) if all(isinstance(kind, TupleT) and exact_key(kind) for kind in kinds) else None


def truth_of(found: Val) -> Expr | None:
    """The answer, where it is a bool: `NotImplemented` is another."""
    return found.expr if isinstance(found.type, BoolT) else None


def _is_below(f: Frame, a: Val, b: Val) -> bool:
    """May the class of b be a proper subclass of that of a, whose method then comes first?"""
    if not isinstance(a.type, ClassT) or not isinstance(b.type, ClassT):
        return False
    program = f.round.program
    mine, others = ((key, *program.subclasses(key)) for key in (a.type.name, b.type.name))
    return any(one != other and one in program.describe(other).chain for one in mine for other in others)


def _assigned(f: Frame, value: Val, name: str) -> bool:
    """Is the method given by an assignment in its class, or in one below?"""
    if not isinstance(value.type, ClassT):
        return False
    program = f.round.program
    keys = (value.type.name, *program.subclasses(value.type.name))
    return any(program.describe(key).field_of(name) is not None for key in keys)


def _is_generated(f: Frame, value: Val) -> bool:
    """May its class, or one below, compare as a dataclass does?"""
    assert isinstance(value.type, ClassT)
    program = f.round.program
    keys = {*program.describe(value.type.name).chain, *program.subclasses(value.type.name)}
    flags = [program.classes[key].dataclass_flags for key in keys]
    return any(flag is not None and flag.order for flag in flags)
