"""isinstance, decided for each case of the value; and which ints are certainly no bools."""

from __future__ import annotations

import ast

from verheal.contracts.core import heap
from verheal.contracts.core.build import boolean, both, either, le, same, select
from verheal.contracts.core.expr import FALSE, TRUE, App, Const, Expr, integer
from verheal.contracts.core.types import (
    BOOL,
    BoolT,
    ClassT,
    DictT,
    EnumT,
    FloatT,
    IntT,
    LibraryT,
    ListT,
    NoneT,
    OpaqueT,
    SetT,
    StrT,
    TupleT,
    Type,
    is_unknown,
)
from verheal.contracts.lowering import known_objects
from verheal.contracts.lowering.access import is_global
from verheal.contracts.lowering.arguments import impossible, unmodelled
from verheal.contracts.lowering.asked import answers_itself, standard_class
from verheal.contracts.lowering.attributes import has_virtual_subclasses
from verheal.contracts.lowering.enums import enum_type
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.library_table import TUPLES
from verheal.contracts.lowering.long_tuples import items_of
from verheal.contracts.lowering.narrowing import instance_type
from verheal.contracts.lowering.program import ClassRef, External
from verheal.contracts.lowering.values import BOTTOM, Val

OF_TYPE: tuple[tuple[str, tuple[type, ...]], ...] = (
    ("int", (IntT, BoolT)),
    ("bool", (BoolT,)),
    ("float", (FloatT,)),
    ("str", (StrT,)),
    ("list", (ListT,)),
    ("dict", (DictT,)),
    ("set", (SetT,)),
    ("tuple", (TupleT,)),
    ("complex", ()),
    ("bytes", ()),
    ("bytearray", ()),
    ("frozenset", ()),
)
APART = frozenset(name for name, _ in OF_TYPE if name != "int")  # none of which a known class of a library derives from
AS_TUPLES = frozenset((name, "tuple") for name in TUPLES)
ANY = "any"  # a class of which no more is known than that it can be asked for


def isinstance_call(f: Frame, node: ast.Call) -> Val:
    """isinstance(x, T), isinstance(x, (T, U)), isinstance(x, T | U)"""
    from verheal.contracts.lowering.expressions import lower, members

    if len(node.args) != 2 or node.keywords:
        return f.unsupported("isinstance with these arguments", node)
    value = lower(f, node.args[0])
    if impossible([value]):
        return BOTTOM
    wanted = classes_of(f, node.args[1])
    if wanted is None:
        return f.unsupported("isinstance with this class", node)
    found = FALSE if not wanted else None
    tests: list[Expr] = [] if found is None else [found]
    for case, one in members(f, value):
        tests.append(both(case, either(*(is_instance(f, one, name, node.args[0]) for name in wanted))))
    return f.val(either(*tests))


def classes_of(f: Frame, node: ast.expr) -> list[str] | None:
    """The classes that the second argument names, as "int" or "class KEY"; None when that is not known."""
    match node:
        case ast.Tuple(elts=items):
            parts = [classes_of(f, item) for item in items]
        case ast.BinOp(left=left, op=ast.BitOr(), right=right) if not (_is_none(left) and _is_none(right)):
            parts = [["None"] if _is_none(side) else classes_of(f, side) for side in (left, right)]
        case ast.Call(func=ast.Name(id="type"), args=[ast.Constant(value=None)], keywords=[]):
            return ["None"]
        case ast.Name() | ast.Attribute() if is_global(f, node):
            one = _class(f, node)
            return None if one is None else [one]
        case _:
            return None
    kept = [part for part in parts if part is not None]
    return [name for part in kept for name in part] if len(kept) == len(parts) else None


def _is_none(node: ast.expr) -> bool:
    """None stands for its class between bars only; elsewhere isinstance takes it for no class."""
    return isinstance(node, ast.Constant) and node.value is None


def _class(f: Frame, node: ast.expr) -> str | None:
    match f.meaning(ast.unparse(node)):
        case External(dotted):
            name = dotted.removeprefix("builtins.")
            known = name == "object" or name in dict(OF_TYPE)
            if known and dotted.startswith("builtins."):
                return name
            return ANY if standard_class(dotted) else None
        case ClassRef(key) if not answers_itself(f.round.program, key):
            program = f.round.program
            odd = program.describe(key).opaque and enum_type(program, key) is None
            return ANY if odd or has_virtual_subclasses(program, key) else f"class {key}"
        case _:
            return None


def is_instance(f: Frame, value: Val, name: str, node: ast.AST) -> Expr:
    """Is the value, no union, an instance of the class (see `classes_of`)? `node` is what was evaluated to it."""
    kind = value.type
    if name == "object":
        return TRUE
    if isinstance(kind, LibraryT) and (kind.label[0] == f"builtins.{name}" or (kind.label[0], name) in AS_TUPLES):
        return TRUE
    if isinstance(kind, LibraryT) and (name == "None" or name in APART):
        return FALSE
    if name == "tuple" and items_of(f.round.program, kind) is not None:
        return TRUE
    if isinstance(kind, OpaqueT) or name == ANY:
        unmodelled(f, "isinstance of a value of unknown type", node)
        asked = is_unknown(kind) and name != ANY and instance_type(f, name) is not None
        return known_objects.is_one(f, value, name) if asked else f.havoc(BOOL, "isinstance").expr
    if name == "None":
        return TRUE if isinstance(kind, NoneT) else FALSE
    if isinstance(kind, EnumT):  # of its class, and of int or str where its members are
        return boolean(name in (kind.mixin, f"class {kind.name}"))
    if name.startswith("class "):
        return _is_object(f, value, name.removeprefix("class ")) if isinstance(kind, ClassT) else FALSE
    if name == "bool" and isinstance(kind, IntT):
        return _is_bool(f, value, node)
    return TRUE if isinstance(kind, dict(OF_TYPE)[name]) else FALSE


def _is_bool(f: Frame, value: Val, node: ast.AST) -> Expr:
    if certainly_int(f, value, node):
        return FALSE
    bit = both(le(integer(0), value.expr), le(value.expr, integer(1)))
    return both(bit, f.havoc(BOOL, "is_bool").expr)


def _is_object(f: Frame, value: Val, key: str) -> Expr:
    assert isinstance(value.type, ClassT)
    program = f.round.program
    if key in program.describe(value.type.name).chain:
        return TRUE
    below = [key, *program.subclasses(key)]
    possible = [one for one in below if value.type.name in program.describe(one).chain]
    if not possible:
        return FALSE
    f.round.assumptions.setdefault("known-subclasses")
    tag = select(f.heap(heap.CLASS), value.expr)
    return either(*(same(tag, integer(program.describe(one).number)) for one in possible))


def certainly_int(f: Frame, value: Val, node: ast.AST) -> bool:
    """Is this int no bool? A bool is accepted wherever `int` is written, but for parameters on entry."""
    if isinstance(value.expr, Const):
        return True
    if isinstance(value.expr, App) and value.expr.op.startswith(("int.", "str.", "set.", "seq.sum", "seq.count")):
        return True
    return isinstance(node, ast.Name) and f.call_site is None and node.id in f.parameters and not _stored(f, node.id)


def _stored(f: Frame, name: str) -> bool:
    """Is the parameter assigned anywhere in the function?"""
    try:
        function, _ = f.round.program.function_node(f.module, f.qualname)
    except KeyError:
        return True
    stores = (n for n in ast.walk(function) if isinstance(n, ast.Name) and n.id == name)
    return any(not isinstance(one.ctx, ast.Load) for one in stores)


__all__ = ["Type", "certainly_int", "is_instance", "isinstance_call"]
