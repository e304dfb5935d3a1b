"""What a test leaves of the alternatives that an annotation names, of a value nothing else is known of.

Law: where `isinstance(x, C)` does not hold, x is no C; where `x is None` does not, or x is true, it is not None.
"""

from __future__ import annotations

import ast

from verheal.contracts.core.build import boolean
from verheal.contracts.core.types import BOOL, NEVER, OpaqueT, Type, alternatives, is_unknown, join, show
from verheal.contracts.lowering import spelled
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.program import Program
from verheal.contracts.lowering.values import Val
from verheal.contracts.lowering.written import ANY

NAMES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("str", ("Str",)),
    ("int", ("Int", "Bool")),
    ("bool", ("Bool",)),
    ("float", ("Float",)),
    ("None", ("None",)),
    ("bytes", ("builtins.bytes",)),
    ("bytearray", ("builtins.bytearray",)),
)
Label = tuple[str, ...]


def left(f: Frame, test: ast.expr, held: bool, name: str, label: Label) -> Label:
    """The alternatives of the variable `name` that are left where the test held, or where it did not."""
    match test:
        case ast.UnaryOp(op=ast.Not(), operand=inner):
            return left(f, inner, not held, name, label)
        case ast.BoolOp(op=op, values=values) if isinstance(op, ast.And) == held:
            for value in values:
                label = left(f, value, held, name, label)
            return label
        case ast.BoolOp(values=values):
            found: set[str] = set()
            for value in values:  # each is asked only where those before it went the other way
                found |= set(left(f, value, held, name, label))
                label = left(f, value, not held, name, label)
            return tuple(sorted(found))
        case ast.Name(id=found_name) if found_name == name and held:
            return _without(label, ("None",))
        case ast.Compare(
            left=ast.Name(id=found_name), ops=[ast.Is() | ast.IsNot() as op], comparators=[ast.Constant(value=None)]
        ) if found_name == name:
            is_none = isinstance(op, ast.Is) == held
            return tuple(one for one in label if one == "None") if is_none else _without(label, ("None",))
        case ast.Call(func=ast.Name(id="isinstance"), args=[ast.Name(id=found_name), classes], keywords=[]):
            if found_name != name:
                return label
            return _instance(f, classes, label) if held else _no_instance(f, classes, label)
        case _:
            return label


def _without(label: Label, names: tuple[str, ...]) -> Label:
    return tuple(one for one in label if one not in names)


def _instance(f: Frame, classes: ast.expr, label: Label) -> Label:
    from verheal.contracts.lowering.narrowing import builtin_isinstance, instances

    kind = instances(f, classes) if builtin_isinstance(f) else None
    return label if kind is None else tuple(sorted(show(one) for one in alternatives(kind)))


def _no_instance(f: Frame, classes: ast.expr, label: Label) -> Label:
    from verheal.contracts.lowering.instances import classes_of
    from verheal.contracts.lowering.narrowing import builtin_isinstance, pretends

    if not builtin_isinstance(f) or pretends(f):
        return label
    for name in classes_of(f, classes) or ():
        label = tuple(one for one in label if not _is_one(f.round.program, one, name))
    return label


def _is_one(program: Program, name: str, asked: str) -> bool:
    """Is every value of this alternative an instance of the class that is asked for?"""
    key = asked.removeprefix("class ")
    if key == asked:
        return name in dict(NAMES).get(asked, ())
    own = name.removeprefix("Class<").removesuffix(">")
    return own != name and own in program.classes and key in program.describe(own).chain


def kind_of(program: Program, label: Label) -> Type:
    """The type of what is left: one of the core where it has one for all alternatives."""
    kinds = [spelled.kind_of(program, one) for one in label]
    found: Type = NEVER
    for kind in kinds:
        found = OpaqueT() if kind is None else join(found, kind)
    return OpaqueT(label) if is_unknown(found) else found


def narrowable(kind: Type) -> bool:
    """Is it a value of which several alternatives are named?"""
    return is_unknown(kind) and len(kind.label) > 1 and ANY not in kind.label


def kept_as(value: Val, conjunction: bool) -> Val:
    """The operand that `and` gives where it is false, or `or` where it is true."""
    if value.type == BOOL:
        return Val(boolean(not conjunction), BOOL)
    if is_unknown(value.type) and "None" in value.type.label and not conjunction:
        return Val(value.expr, OpaqueT(_without(value.type.label, ("None",))))
    return value
