"""`Counter(xs) == Counter(ys)` and `Counter(xs)[x]`, the counters made on the spot.

Law (library reference, "collections.Counter"): it counts the elements of an iterable that is no mapping; what was not
counted is there 0 times, and counters are equal that count everything equally.
"""

from __future__ import annotations

import ast

from verheal.contracts.core.build import both, no, same
from verheal.contracts.core.expr import App, Binder, Expr, integer
from verheal.contracts.core.types import BOOL, INT, ListT, MapT, NeverT, StrT, TupleT
from verheal.contracts.lowering import containers
from verheal.contracts.lowering.access import surely_imported
from verheal.contracts.lowering.annotations import exact_key
from verheal.contracts.lowering.arguments import impossible
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.library_entries import replaced
from verheal.contracts.lowering.program import External
from verheal.contracts.lowering.sequences import as_list, generator, listed
from verheal.contracts.lowering.values import BOTTOM, Val

NAME = "collections.Counter"


def compared(f: Frame, node: ast.Compare) -> Val | None:
    """Counter(xs) == Counter(ys), or !=; None, and nothing evaluated, where it is something else."""
    match node:
        case ast.Compare(ops=[ast.Eq() | ast.NotEq() as op], comparators=[right]):
            sides = [_counted(f, side) for side in (node.left, right)]
        case _:
            return None
    if None in sides:
        return None
    rows = [row for side in sides if side is not None and (row := _row(f, side)) is not None]
    if impossible(rows):
        return BOTTOM
    sizes = [containers.size(f, row).expr for row in rows]
    if len(rows) == 2 and any(_is_empty(f, row) for row in rows):
        return f.val(same(*sizes) if isinstance(op, ast.Eq) else no(same(*sizes)))
    if len(rows) < 2 or rows[0].type != rows[1].type:
        return f.unsupported("counters of these values", node)
    (one, n), (other, m) = ((containers.row(f, row), size) for row, size in zip(rows, sizes, strict=True))
    assert isinstance(one.type, MapT)
    each = f.round.fresh("v", one.type.value)
    equal = both(same(n, m), Binder("forall", each, same(_times(one, n, each), _times(other, m, each)), BOOL))
    return f.val(equal if isinstance(op, ast.Eq) else no(equal))


def count(f: Frame, node: ast.Subscript) -> Val | None:
    """Counter(xs)[x]; None, and nothing evaluated, where it is something else."""
    from verheal.contracts.lowering.expressions import lower

    given = None if isinstance(node.slice, ast.Slice) else _counted(f, node.value)
    if given is None:
        return None
    row, sought = _row(f, given), lower(f, node.slice)
    if impossible([sought] if row is None else [row, sought]):
        return BOTTOM
    if row is not None and _is_empty(f, row) and exact_key(f.resolve(sought.type)):
        return f.val(integer(0))
    if row is None or not isinstance(row.type, ListT) or sought.type != row.type.element:
        return f.unsupported("a count of these values", node)
    return f.val(_times(containers.row(f, row), containers.size(f, row).expr, sought.expr))


def _times(row: Expr, n: Expr, value: Expr) -> Expr:
    """How often the value occurs."""
    return App("seq.count", (row, n, value), INT)


def _is_empty(f: Frame, row: Val) -> bool:
    """Was nothing ever put there?"""
    return isinstance(row.type, ListT) and isinstance(containers.element(f, row.type.element), NeverT)


def _counted(f: Frame, node: ast.expr) -> ast.expr | None:
    """What a counter that is made here counts."""
    match node:
        case ast.Call(func=ast.Name() | ast.Attribute() as func, args=[given], keywords=[]):
            plain = not isinstance(given, ast.Starred) and f.meaning(ast.unparse(func)) == External(NAME)
            return given if plain and surely_imported(f, func) and not replaced(f.round.program, NAME) else None
        case _:
            return None


def _row(f: Frame, node: ast.expr) -> Val | None:
    """The items as a list that is as it is now; None where they are not known, or == may not tell them apart."""
    from verheal.contracts.lowering.expressions import lower

    f.round.assumptions.setdefault("library-as-documented")
    if generator(f, node) is not None:
        made = listed(f, node)
    else:
        value = lower(f, node)
        made = as_list(f, value, node) if isinstance(value.type, ListT | StrT | TupleT | NeverT) else None
    if made is None or isinstance(made.type, NeverT):
        return made
    kind = f.resolve(made.type)
    assert isinstance(kind, ListT)
    if _is_empty(f, made):
        return made
    if not exact_key(kind.element):
        return None
    return containers.new_list(f, kind, containers.row(f, made), containers.size(f, made).expr)
