"""min and max: of several arguments, or of what is iterated; with `key` and `default`."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass

from verheal.contracts.core.build import choose, item_of, same
from verheal.contracts.core.expr import App, integer
from verheal.contracts.core.types import INT, BoolT, FloatT, IntT, ListT, NeverT, TupleT, Type, UnionT
from verheal.contracts.lowering import containers, keys
from verheal.contracts.lowering.arguments import always_fails, impossible, unmodelled
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.pure import attempt
from verheal.contracts.lowering.sequences import as_list, display, is_lazy, listed
from verheal.contracts.lowering.values import BOTTOM, Val

Builtin = Callable[[Frame, ast.Call], Val]


@dataclass(frozen=True)
class Call:
    """One call of min or max: its place, which of them it is, and the key function."""

    node: ast.Call
    least: bool
    key: ast.expr | None


def _extreme(least: bool) -> Builtin:
    word = "min" if least else "max"

    def call(f: Frame, node: ast.Call) -> Val:
        from verheal.contracts.lowering.expressions import lower, split

        given = {keyword.arg: keyword.value for keyword in node.keywords}
        key, default = given.pop("key", None), given.pop("default", None)
        starred = any(isinstance(arg, ast.Starred) for arg in node.args)
        if not node.args or starred or given or (default is not None and len(node.args) > 1):
            return f.unsupported(f"{word} with these arguments", node)
        one = Call(node, least, None if isinstance(key, ast.Constant) and key.value is None else key)
        if len(node.args) > 1:
            return best(f, [lower(f, arg) for arg in node.args], one)
        if is_lazy(f, node.args[0]):
            return _of_iterable(f, listed(f, node.args[0]), one, default)
        return split(f, lower(f, display(node.args[0])), lambda value: _of_iterable(f, value, one, default))

    return call


def best(f: Frame, values: list[Val], call: Call) -> Val:
    """min or max of these values: a later one replaces the best so far only if it is strictly better."""
    from verheal.contracts.lowering import compare

    if call.key is not None and not keys.is_modelled(f, call.key):
        return f.unsupported("min or max with this key", call.node)
    found = values[0]
    rank = _rank(f, call, found)
    op = ast.Lt() if call.least else ast.Gt()
    for value in values[1:]:
        other = _rank(f, call, value)
        if impossible([value, found, rank, other]):
            return BOTTOM
        test = f.name_value(f.val(compare.one(f, op, other, rank, call.node))).expr
        if value.type == found.type and not isinstance(value.type, UnionT):
            found = f.name_value(Val(choose(test, value.expr, found.expr), value.type))
        else:
            found = f.branch(test, _always(value), _always(found)) or BOTTOM
        rank = found if call.key is None else f.branch(test, _always(other), _always(rank)) or BOTTOM
    return found


def _rank(f: Frame, call: Call, value: Val) -> Val:
    return value if call.key is None else keys.applied_to(f, call.key, value)


def _always(value: Val) -> Callable[[], Val]:
    return lambda: value


def _of_iterable(f: Frame, value: Val | None, call: Call, default: ast.expr | None) -> Val:
    from verheal.contracts.lowering.expressions import lower

    other = None if default is None else lower(f, default)
    if value is not None and isinstance(value.type, TupleT):
        parts = [Val(item_of(value.expr, i), kind) for i, kind in enumerate(value.type.items)]
        if parts:
            return best(f, parts, call)
        return always_fails(f, "ValueError", call.node) if other is None else other
    given = None if value is None else as_list(f, value, call.node.args[0])
    if given is None:
        return f.unsupported("min or max of this value", call.node)
    if isinstance(given.type, NeverT):
        return BOTTOM
    empty = same(containers.size(f, given).expr, integer(0))
    if other is None:
        f.fail_if(empty, "ValueError", call.node)
        return _of_list(f, given, call)
    kept = other
    return f.branch(empty, lambda: kept, lambda: _of_list(f, given, call)) or BOTTOM


def _of_list(f: Frame, given: Val, call: Call) -> Val:
    """The least (or greatest) element of a list that is not empty."""
    assert isinstance(given.type, ListT)
    n, row = containers.size(f, given).expr, containers.row(f, given)
    kind = containers.element(f, given.type.element)
    if isinstance(kind, NeverT):
        return BOTTOM
    if kind == INT and call.key is None:
        return f.val(App("seq.min" if call.least else "seq.max", (row, n), INT))
    found = attempt(f, lambda: _by_key(f, given, call))
    if found is not None:
        return found
    unmodelled(f, "min or max of these values", call.node, may_raise=True, reads_only=False)
    return containers.list_get(f, given, keys.some_index(f, n), call.node)


def _by_key(f: Frame, given: Val, call: Call) -> Val | None:
    found = keys.keys_of(f, given, call.key)
    return None if found is None else keys.best_by(f, given, found, call.least, call.node)


def only_numbers(kind: Type) -> bool:
    """Is the type int, bool, float or a union of these?"""
    members = kind.alternatives if isinstance(kind, UnionT) else (kind,)
    return all(isinstance(member, IntT | BoolT | FloatT) for member in members)


EXTREMES: tuple[tuple[str, Builtin], ...] = (("min", _extreme(True)), ("max", _extreme(False)))
