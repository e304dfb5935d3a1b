"""One Python value seen at a wider type: union membership, superclasses, and a bool where an int is written."""

from __future__ import annotations

from collections.abc import Callable

from verheal.contracts.core.build import choose, is_member, item_of, make_tuple, member
from verheal.contracts.core.expr import App, Expr
from verheal.contracts.core.types import INT, OPAQUE, BoolT, ClassT, IntT, TupleT, Type, UnionT, VariableT, is_unknown
from verheal.contracts.lowering.program import Program

Hide = Callable[[], Expr]


def convert(program: Program, value: Expr, target: Type, hide: Hide | None = None) -> Expr | None:
    """The value at type `target`; None when `target` does not include its type.

    `hide` makes a value nothing is known of, for what becomes opaque. A bool becomes the int it
    equals, unless the program is to be `exact`: what tells the two apart (isinstance, str) is not decided for ints read
    back.
    """
    kind = value.type
    if kind == target:
        return value
    if is_unknown(target):
        return hide() if (seen := bare(value)) is None and hide is not None else seen
    match kind, target:
        case UnionT(), _:
            return _from_union(program, value, kind, target, hide)
        case _, UnionT(options):
            return _into_union(program, value, target, options, hide)
        case TupleT(items), TupleT(wanted) if len(items) == len(wanted):
            parts = [convert(program, item_of(value, i), t, hide) for i, t in enumerate(wanted)]
            kept = tuple(part for part in parts if part is not None)
            return make_tuple(kept) if len(kept) == len(parts) else None
        case ClassT(name), ClassT(base) if base in program.describe(name).chain:
            return App("ref.cast", (value,), target)
        case BoolT(), IntT() if not program.exact:
            return App("int.of_bool", (value,), INT)
        case _:
            return None


def bare(value: Expr) -> Expr | None:
    """The same object as one of which nothing is known; None where it is known by more than its identity."""
    if isinstance(value.type, VariableT):
        return App("ref.cast", (value,), OPAQUE)
    return value if is_unknown(value.type) else None


def _into_union(
    program: Program, value: Expr, target: UnionT, options: tuple[Type, ...], hide: Hide | None
) -> Expr | None:
    exact = [i for i, option in enumerate(options) if option == value.type]
    order = exact + [i for i in range(len(options)) if i not in exact]
    for index in order:
        inner = convert(program, value, options[index], hide)
        if inner is not None:
            return App("union.make", (inner,), target, index)
    return None


def _from_union(program: Program, value: Expr, kind: UnionT, target: Type, hide: Hide | None) -> Expr | None:
    result: Expr | None = None
    for index in reversed(range(len(kind.alternatives))):
        part = convert(program, member(value, index), target, hide)
        if part is None:
            return None
        result = part if result is None else choose(is_member(value, index), part, result)
    return result
