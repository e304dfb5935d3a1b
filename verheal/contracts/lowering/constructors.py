"""list, tuple, dict, set and sorted as calls: new containers of what they are given."""

from __future__ import annotations

import ast
from collections.abc import Callable

from verheal.contracts.core.build import le, no, same, select
from verheal.contracts.core.expr import App, Expr, forall, integer, mapping
from verheal.contracts.core.types import INT, DictT, ListT, NeverT, SetT, TupleT
from verheal.contracts.lowering import containers, dict_methods, list_methods, long_tuples, set_methods
from verheal.contracts.lowering.annotations import exact_key
from verheal.contracts.lowering.arguments import impossible
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.iteration import over
from verheal.contracts.lowering.lookups import modelled_keys
from verheal.contracts.lowering.sequences import as_list, builtin_name, generator, is_lazy, listed
from verheal.contracts.lowering.values import BOTTOM, Val

Builtin = Callable[[Frame, ast.Call], Val]


def _plain(node: ast.Call, most: int) -> bool:
    return not node.keywords and len(node.args) <= most and not any(isinstance(a, ast.Starred) for a in node.args)


def _list(f: Frame, node: ast.Call) -> Val:
    from verheal.contracts.lowering.expressions import hole

    if not _plain(node, 1):
        return f.unsupported("list with these arguments", node)
    if not node.args:
        kind = ListT(hole(f, node))
        return containers.new_list(f, kind, containers.empty_row(f, f.resolve(kind.element)), integer(0))
    made = listed(f, node.args[0])
    if made is None:
        return f.unsupported("list of this value", node)
    if isinstance(made.type, NeverT) or is_lazy(f, node.args[0]):
        return made
    # A list is copied; a copy of a copy is the same to everyone.
    return containers.new_list(f, made.type, containers.row(f, made), containers.size(f, made).expr)


def _tuple(f: Frame, node: ast.Call) -> Val:
    from verheal.contracts.lowering.expressions import lower, split, tuple_of

    if not _plain(node, 1):
        return f.unsupported("tuple with these arguments", node)
    if not node.args:
        return tuple_of(f, [])
    if is_lazy(f, node.args[0]):
        given = listed(f, node.args[0])
        return f.unsupported("tuple of an iterator", node) if given is None else long_tuples.of_list(f, given)

    def one(value: Val) -> Val:
        if isinstance(value.type, TupleT | NeverT) or long_tuples.items_of(f.round.program, value.type) is not None:
            return value
        given = as_list(f, value, node.args[0])
        return f.unsupported("tuple of unknown length", node) if given is None else long_tuples.of_list(f, given)

    return split(f, lower(f, node.args[0]), one)


def _dict(f: Frame, node: ast.Call) -> Val:
    from verheal.contracts.lowering.expressions import hole, lower, split

    if not _plain(node, 1) or (node.args and is_lazy(f, node.args[0])):
        return f.unsupported("dict with these arguments", node)
    if not node.args:
        kind = DictT(hole(f, node, "k"), hole(f, node, "v"))
        return containers.new_dict(f, kind) if modelled_keys(f, kind) else f.unsupported("keys of this type", node)

    def one(value: Val) -> Val:
        if isinstance(value.type, NeverT):
            return BOTTOM
        return (
            dict_methods.copy(f, value) if isinstance(value.type, DictT) else f.unsupported("dict of this value", node)
        )

    return split(f, lower(f, node.args[0]), one)


def fromkeys(f: Frame, node: ast.Call) -> Val:
    """dict.fromkeys(keys, value): {key: value for key in keys}, the value evaluated once and after the keys."""
    from verheal.contracts.lowering.comprehensions import comprehension, hidden, located
    from verheal.contracts.lowering.expressions import lower

    if not _plain(node, 2) or not node.args:
        return f.unsupported("dict.fromkeys with these arguments", node)
    keys, value = node.args[0], node.args[1] if len(node.args) == 2 else ast.Constant(None)
    if is_lazy(f, keys) and not isinstance(value, ast.Constant):
        return f.unsupported("dict.fromkeys of an iterator", node)
    made: list[str] = []
    for part in [] if isinstance(value, ast.Constant) else [keys, value]:
        made.append(f"{hidden(f, node)}{len(made)}")
        f.assign(made[-1], lower(f, part))
    if made and not f.round.dead:
        keys, value = ast.Name(made[0], ast.Load()), ast.Name(made[1], ast.Load())
    gen = ast.comprehension(ast.Name("key'", ast.Store()), keys, [], 0)
    display = ast.DictComp(ast.Name("key'", ast.Load()), value, [gen])
    located(ast.Expr(display), node)
    found = BOTTOM if f.round.dead else comprehension(f, display)
    for name in made:
        f.env.pop(name, None)
    return found


def _set(f: Frame, node: ast.Call) -> Val:
    from verheal.contracts.lowering.comprehensions import comprehension
    from verheal.contracts.lowering.expressions import hole, lower, split

    if not _plain(node, 1):
        return f.unsupported("set with these arguments", node)
    if not node.args:
        members = SetT(hole(f, node))
        return containers.new_set(f, members) if modelled_keys(f, members) else f.unsupported("keys of this type", node)
    gen = generator(f, node.args[0])
    if gen is not None:
        return comprehension(f, ast.copy_location(ast.SetComp(gen.elt, gen.generators), node))

    def one(value: Val) -> Val:
        if isinstance(value.type, SetT):
            return set_methods.copy(f, value)
        given = as_list(f, value, node.args[0])
        return f.unsupported("set of this value", node) if given is None else set_of(f, given, node)

    if is_lazy(f, node.args[0]):
        given = listed(f, node.args[0])
        return f.unsupported("set of this value", node) if given is None else set_of(f, given, node)
    return split(f, lower(f, node.args[0]), one)


def set_of(f: Frame, given: Val, node: ast.AST) -> Val:
    """The set of the elements of a list."""
    from verheal.contracts.lowering.expressions import hole

    kind = SetT(hole(f, node))
    if isinstance(given.type, NeverT):
        return BOTTOM
    assert isinstance(given.type, ListT)
    if not exact_key(f.resolve(given.type.element)):
        return f.unsupported("keys of this type", node)
    row = containers.row(f, given)
    # The element type of the set is that of the list.
    one = Val(f.havoc(select(row, integer(0)).type).expr, containers.element(f, given.type.element))
    containers.accept_key(f, kind.element, one, node)
    found = set_of_row(f, kind, row, containers.size(f, given).expr)
    return f.unsupported("set of these values", node) if found is None else found


def set_of_row(f: Frame, kind: SetT, row: Expr, n: Expr) -> Val | None:
    """A new set of the first n elements of a row; None where they are no elements of the set."""
    resolved = f.resolve(kind)
    assert isinstance(resolved, SetT)
    if select(row, integer(0)).type != resolved.element or not exact_key(resolved.element):
        return None
    m, k, i = f.round.fresh("m", resolved.element), f.round.fresh("k", INT), f.round.fresh("i", INT)
    among = mapping(m, no(forall(k, integer(0), n, no(same(select(row, k), m)))))
    members = f.name_value(f.val(among), "members").expr
    made = f.allocate(kind)
    set_methods.set_members(f, made, members)
    size = App("set.card", (members,), INT)
    distinct = forall(k, integer(0), n, forall(i, integer(0), k, no(same(select(row, i), select(row, k)))))
    f.assume(le(size, n), "a set of elements is no larger than their number")
    f.assume(same(same(size, n), distinct), "and as large if none comes twice")
    return made


def _sorted(f: Frame, node: ast.Call) -> Val:
    if len(node.args) != 1 or isinstance(node.args[0], ast.Starred):
        return f.unsupported("sorted with these arguments", node)
    given = listed(f, node.args[0])
    if given is None:
        return f.unsupported("sorted of this value", node)
    if impossible([given]):
        return BOTTOM
    n = containers.size(f, given).expr
    row = list_methods.sorted_row(f, given, list_methods.order_of(node), node)
    return containers.new_list(f, given.type, row, n)


def _next(f: Frame, node: ast.Call) -> Val:
    """next(iter(x)): the first item, or what is given besides; StopIteration where there is none."""
    from verheal.contracts.lowering import calls
    from verheal.contracts.lowering.expressions import lower

    inner = node.args[0] if _plain(node, 2) and node.args else None
    if not isinstance(inner, ast.Call) or builtin_name(f, inner.func) != "iter" or len(inner.args) != 1:
        return calls.unknown(f, node, "next")
    if not _plain(inner, 1) or is_lazy(f, inner.args[0]):
        return calls.unknown(f, node, "next")
    found = over(f, f.name_value(lower(f, inner.args[0])), inner)
    other = lower(f, node.args[1]) if len(node.args) == 2 else None
    if found is None:
        return f.opaque()
    empty = same(found.count(), integer(0))
    if other is None:
        f.fail_if(empty, "StopIteration", node)
        return found.item(integer(0))
    return f.branch(empty, lambda: other, lambda: found.item(integer(0))) or BOTTOM


CONSTRUCTORS: tuple[tuple[str, Builtin], ...] = (
    ("list", _list),
    ("tuple", _tuple),
    ("dict", _dict),
    ("set", _set),
    ("sorted", _sorted),
    ("next", _next),
)
