"""Stars in displays and in targets.

Law (language reference, "Expression lists", "Assignment statements"): the items of a starred iterable stand where the
star does, in order; a starred target takes, as a new list, what the others leave over.
"""

from __future__ import annotations

import ast

from verheal.contracts.core.build import item_of, lt, no, same, sub
from verheal.contracts.core.expr import integer
from verheal.contracts.core.types import BOOL, BoolT, FloatT, IntT, ListT, NeverT, NoneT, TupleT, Type
from verheal.contracts.lowering import containers, list_methods, long_tuples
from verheal.contracts.lowering.arguments import always_fails, line_of
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.sequences import as_list, listed
from verheal.contracts.lowering.values import BOTTOM, Val


def list_display(f: Frame, items: list[ast.expr], kind: ListT, node: ast.expr) -> Val:
    """[a, *b, c]: the list grows from left to right."""
    from verheal.contracts.lowering.expressions import list_of, lower

    made = list_of(f, [], kind, node)
    for item in items:
        if isinstance(item, ast.Starred):
            more = listed(f, item.value)
            if more is None:
                return f.unsupported("starred item in a display", node)
        else:
            more = list_of(f, [lower(f, item)], kind, item)
        if isinstance(more.type, NeverT):
            return BOTTOM
        found = list_methods.joined_row(f, made, more, item)
        if found is None:
            return f.unsupported("starred item in a display", node)
        containers.set_row(f, made, *found)
    return made


def tuple_display(f: Frame, items: list[ast.expr], node: ast.expr) -> Val:
    """(a, *b, c): of the items one by one where their number is known, else as a list is made."""
    from verheal.contracts.lowering.expressions import hole, lower, tuple_of
    from verheal.contracts.lowering.loops import loop_key

    place = f"{loop_key(f, node)}:long"
    if place in f.round.learned.slots:
        made = list_display(f, items, ListT(hole(f, node)), node)
        return long_tuples.of_list(f, made) if isinstance(made.type, ListT | NeverT) else made
    values: list[Val] = []
    for item in items:
        value = lower(f, item.value if isinstance(item, ast.Starred) else item)
        if not isinstance(item, ast.Starred):
            values.append(value)
        elif isinstance(value.type, TupleT):
            values += items_of(value)
        elif isinstance(value.type, NeverT):
            return BOTTOM
        else:
            f.round.learned.slot(place, BOOL)  # the next round, which there is now, makes a list
            return BOTTOM
    return tuple_of(f, values)


def items_of(value: Val) -> list[Val]:
    """The items of a tuple."""
    assert isinstance(value.type, TupleT)
    return [Val(item_of(value.expr, index), kind) for index, kind in enumerate(value.type.items)]


def parts_of(f: Frame, targets: list[ast.expr], value: Val, node: ast.stmt) -> list[Val] | None:
    """What each target of `a, *b, c = value` gets; ValueError where there are too few or too many items.

    None, with Stuck emitted, when the items are not known.
    """
    star = next((i for i, target in enumerate(targets) if isinstance(target, ast.Starred)), None)
    match value.type:
        case NeverT():
            return [BOTTOM] * len(targets)
        case TupleT():
            return _of_tuple(f, targets, star, items_of(value), node)
        case NoneT() | IntT() | BoolT() | FloatT():
            always_fails(f, "TypeError", node)
            return None
        case _:
            known = as_list(f, value, ast.copy_location(ast.Name("items'", ast.Load()), node))
    if known is None:
        f.stuck(f"unsupported: unpacking of this type, line {line_of(node)}", line_of(node))
        return None
    return [BOTTOM] * len(targets) if isinstance(known.type, NeverT) else _of_list(f, targets, star, known, node)


def _of_tuple(
    f: Frame, targets: list[ast.expr], star: int | None, items: list[Val], node: ast.stmt
) -> list[Val] | None:
    from verheal.contracts.lowering.expressions import hole, list_of

    fixed = len(targets) - (star is not None)
    if len(items) < fixed or (star is None and len(items) > fixed):
        always_fails(f, "ValueError", node)
        return None
    if star is None:
        return items
    end = len(items) - (fixed - star)
    rest = list_of(f, items[star:end], ListT(hole(f, targets[star])), node)
    return [*items[:star], rest, *items[end:]]


def _of_list(f: Frame, targets: list[ast.expr], star: int | None, value: Val, node: ast.stmt) -> list[Val]:
    n = containers.size(f, value).expr
    if star is None:
        f.fail_if(no(same(n, integer(len(targets)))), "ValueError", node)
        return [containers.list_get(f, value, integer(i), node) for i in range(len(targets))]
    behind = len(targets) - 1 - star
    f.fail_if(lt(n, integer(len(targets) - 1)), "ValueError", node)
    before = [containers.list_get(f, value, integer(i), node) for i in range(star)]
    after = [containers.list_get(f, value, sub(n, integer(behind - i)), node) for i in range(behind)]
    end = f.val(sub(n, integer(behind)))
    return [*before, containers.list_slice(f, value, f.val(integer(star)), end), *after]


__all__ = ["Type", "items_of", "list_display", "parts_of", "tuple_display"]
