"""Tuples of any length: values of which the type of the items is known, and no more.

Law (library reference, "Tuples"): their length and items never change; to read them runs no code of the user's.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from verheal.contracts.core.build import le
from verheal.contracts.core.expr import integer
from verheal.contracts.core.types import (
    BOOL,
    FLOAT,
    INT,
    NEVER,
    NONE,
    STR,
    ClassT,
    ListT,
    MapT,
    NeverT,
    OpaqueT,
    Type,
    alternatives,
    is_unknown,
    join,
    show,
)
from verheal.contracts.lowering.values import BOTTOM, Val

if TYPE_CHECKING:
    from verheal.contracts.lowering.frame import Frame
    from verheal.contracts.lowering.program import Program

HEAD, TAIL = "builtins.tuple[", ", ...]"
NAMES: tuple[tuple[str, Type], ...] = (("Int", INT), ("Bool", BOOL), ("Float", FLOAT), ("Str", STR), ("None", NONE))
DUNDERS = frozenset({"__iter__", "__len__", "__bool__", "__getitem__", "__contains__", "__eq__", "__lt__", "__add__"})


def items_of(program: Program, kind: Type) -> Type | None:
    """The type of the items of what is known to be a tuple of any length; None of all else."""
    if not is_unknown(kind) or len(kind.label) != 1 or not kind.label[0].startswith(HEAD) or odd_tuples(program):
        return None
    found: Type = NEVER
    for name in kind.label[0].removeprefix(HEAD).removesuffix(TAIL).split(" | "):
        key = name.removeprefix("Class<").removesuffix(">")
        known = ClassT(key) if key != name and key in program.classes else dict(NAMES).get(name)
        if known is None:
            return None
        found = join(found, known)
    return found


def odd_tuples(program: Program) -> bool:
    """Does a class of the repository change what it means to read a tuple?"""
    odd = (one for one in program.classes.values() if one.is_namedtuple)
    named = any(q.rpartition(".")[2] in DUNDERS for one in odd for q in one.methods)
    return named or program.derived("builtins.tuple")


def label_of(element: Type) -> OpaqueT:
    """The type of a tuple of such items, as an annotation spells it."""
    names = sorted(show(one) for one in alternatives(element))
    known = [name for name in names if name in dict(NAMES) or name.startswith("Class<")]
    return OpaqueT((f"{HEAD}{' | '.join(names)}{TAIL}",) if names and known == names else ())


def as_list(f: Frame, value: Val) -> Val | None:
    """The items as a new list; None of what is no tuple of any length."""
    from verheal.contracts.lowering import containers

    element = items_of(f.round.program, value.type)
    if element is None:
        return None
    n = length(f).expr
    return containers.new_list(f, ListT(element), f.havoc(MapT(INT, element), "items").expr, n)


def length(f: Frame) -> Val:
    """Some length."""
    n = f.havoc(INT, "length")
    f.assume(le(integer(0), n.expr), "lengths are not negative")
    return n


def item(f: Frame, value: Val, node: ast.AST) -> Val | None:
    """value[i] for an int i: one of the items, or IndexError."""
    element = items_of(f.round.program, value.type)
    if element is None:
        return None
    f.fail_if(f.havoc(BOOL, "outside").expr, "IndexError", node)
    return f.havoc(element, "item")


def of_list(f: Frame, value: Val) -> Val:
    """tuple(value) of a list."""
    from verheal.contracts.lowering import containers

    if isinstance(value.type, NeverT):
        return BOTTOM
    assert isinstance(value.type, ListT)
    return Val(f.opaque().expr, label_of(f.resolve(containers.element(f, value.type.element))))
