"""Tuples of any length: values of which the type of the items is known.

Law (library reference, "Tuples"): their length and items never change, so both are maps from tuples that nothing
writes; to read them runs no code of the user's.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from verheal.contracts.core import heap
from verheal.contracts.core.build import both, item_of, le, lt, no, same, select, store
from verheal.contracts.core.expr import Expr, integer
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
    TupleT,
    Type,
    VariableT,
    alternatives,
    is_unknown,
    join,
    show,
)
from verheal.contracts.lowering.convert import convert
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
        known = VariableT((name[1:],)) if name.startswith("~") else known
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
    known = [name for name in names if name in dict(NAMES) or name.startswith(("Class<", "~"))]
    return OpaqueT((f"{HEAD}{' | '.join(names)}{TAIL}",) if names and known == names else ())


def as_list(f: Frame, value: Val) -> Val | None:
    """The items as a new list; None of what is no tuple of any length."""
    from verheal.contracts.lowering import containers

    element = items_of(f.round.program, value.type)
    if element is None:
        return None
    n = length(f, value).expr
    return containers.new_list(f, ListT(element), _row(f, value, element), n)


def length(f: Frame, value: Val) -> Val:
    """len(value); some length of what is a builtin container, but not for sure a tuple of one kind of items."""
    known = items_of(f.round.program, value.type) is not None
    n = f.read(heap.kept(_owner(value), "len", INT), value.expr, INT, "length") if known else f.havoc(INT, "length")
    f.assume(le(integer(0), n.expr), "lengths are not negative")
    return n


def _owner(value: Val) -> str:
    assert isinstance(value.type, OpaqueT)
    return value.type.label[0]


def _row(f: Frame, value: Val, element: Type) -> Expr:
    """The items, by index."""
    kind = MapT(INT, element)
    return f.read(heap.kept(_owner(value), "items", kind), value.expr, kind, "items").expr


def item(f: Frame, value: Val, index: Expr, node: ast.AST) -> Val | None:
    """value[i] for an int i; IndexError outside."""
    from verheal.contracts.lowering import containers

    element = items_of(f.round.program, value.type)
    if element is None:
        return None
    n = length(f, value).expr
    place = containers.normal_index(f, index, n)
    f.fail_if(no(both(le(integer(0), place), lt(place, n))), "IndexError", node)
    found = f.name_value(Val(select(_row(f, value, element), place), element), "item")
    f.assume_valid(found.expr)
    return found


def sliced(f: Frame, value: Val, low: Val | None, high: Val | None) -> Val | None:
    """value[low:high]; None of what is no tuple of any length."""
    from verheal.contracts.lowering import containers

    inside = as_list(f, value)
    return None if inside is None else of_list(f, containers.list_slice(f, inside, low, high))


def of_list(f: Frame, value: Val) -> Val:
    """tuple(value) of a list."""
    from verheal.contracts.lowering import containers

    if isinstance(value.type, NeverT):
        return BOTTOM
    assert isinstance(value.type, ListT)
    made = Val(f.opaque().expr, label_of(f.resolve(containers.element(f, value.type.element))))
    element = items_of(f.round.program, made.type)
    if element is not None and f.resolve(value.type) == ListT(element):
        n = f.heap(heap.kept(_owner(made), "len", INT))
        f.assume(same(select(n, made.expr), containers.size(f, value).expr), "the length of a new tuple")
        rows = f.heap(heap.kept(_owner(made), "items", MapT(INT, element)))
        f.assume(same(select(rows, made.expr), containers.row(f, value)), "the items of a new tuple")
    return made


def truth(f: Frame, value: Val) -> Expr:
    """bool(value) of what is true, or a builtin container, without code of the user's."""
    if items_of(f.round.program, value.type) is None:
        return f.havoc(BOOL, "truth").expr
    return lt(integer(0), length(f, value).expr)


def both_lists(f: Frame, a: Val, b: Val) -> tuple[Val, Val] | None:
    """Two tuples, one of them of any length, as two lists of one type; None, and nothing emitted, of all else."""
    from verheal.contracts.lowering import containers

    def kind(value: Val) -> Type | None:
        match value.type:
            case TupleT(items):
                found: Type = NEVER
                for one in items:
                    found = join(found, one)
                return found
            case other:
                return items_of(f.round.program, other)

    left, right = kind(a), kind(b)
    if left is None or right is None or (isinstance(a.type, TupleT) and isinstance(b.type, TupleT)):
        return None
    element = join(left, right)
    if any(one not in (element, NEVER) for one in (left, right)):
        return None

    def listed(value: Val) -> Val:
        if not isinstance(value.type, TupleT):
            return as_list(f, value) or BOTTOM
        row = containers.empty_row(f, element)
        for i in range(len(value.type.items)):
            part = convert(f.round.program, item_of(value.expr, i), element)
            assert part is not None
            row = store(row, integer(i), part)
        return containers.new_list(f, ListT(element), row, integer(len(value.type.items)))

    return listed(a), listed(b)
