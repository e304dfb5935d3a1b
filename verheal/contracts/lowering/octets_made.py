"""bytes(...) and int.to_bytes.

Law (library reference, "Bytes Objects", "int.to_bytes"): bytes of an int are so many zeros, bytes of an iterable its
items, ValueError where one is no octet; to_bytes writes digits to the base 256, OverflowError where they do not fit.
"""

from __future__ import annotations

import ast

from verheal.contracts.core.build import both, either, le, lt, no, select
from verheal.contracts.core.expr import App, Const, Expr, forall, integer
from verheal.contracts.core.types import INT, BoolT, IntT, ListT, NeverT
from verheal.contracts.lowering import containers, library, octets
from verheal.contracts.lowering.arguments import impossible, unlikely
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.operators import to_int
from verheal.contracts.lowering.sequences import is_lazy, listed
from verheal.contracts.lowering.values import BOTTOM, Val

ZERO, BASE = integer(0), integer(256)
LONGEST, HUGE, MOST_DIGITS = 2**63 - 1, 2**60, 16


def of(f: Frame, node: ast.Call) -> Val:
    """bytes(...)"""
    from verheal.contracts.lowering import calls
    from verheal.contracts.lowering.expressions import lower, split

    if len(node.args) != 1 or node.keywords or isinstance(node.args[0], ast.Starred):
        found = library.call(f, "builtins.bytes", node)
        return found if found is not None else calls.unknown(f, node, "bytes")
    if is_lazy(f, node.args[0]):
        items = listed(f, node.args[0])
        return f.unsupported("bytes of this value", node) if items is None else _of_value(f, items, node)
    return split(f, lower(f, node.args[0]), lambda value: _of_value(f, value, node))


def _of_value(f: Frame, value: Val, node: ast.Call) -> Val:
    match value.type:
        case NeverT():
            return BOTTOM
        case IntT() | BoolT():
            return _zeros(f, to_int(value), node)
        case ListT(element) if isinstance(containers.element(f, element), IntT | NeverT):
            return _of_list(f, value, node)
        case kind if octets.is_bytes(f, kind):
            return value
        case _:
            return library.of_values(f, "builtins.bytes", [value], node)


def _zeros(f: Frame, n: Expr, node: ast.AST) -> Val:
    f.fail_if(either(lt(n, integer(-LONGEST - 1)), lt(integer(LONGEST), n)), "OverflowError", node)
    f.fail_if(lt(n, ZERO), "ValueError", node)
    unlikely(f, le(integer(HUGE), n), "bytes of a huge length", node)
    return BOTTOM if f.round.dead else octets.made(f, n, lambda _: ZERO)


def _of_list(f: Frame, value: Val, node: ast.AST) -> Val:
    n = containers.size(f, value).expr
    if isinstance(containers.element(f, value.type.element if isinstance(value.type, ListT) else INT), NeverT):
        return octets.made(f, n, lambda _: ZERO)
    row, k = containers.row(f, value), f.round.fresh("k", INT)
    f.fail_if(no(forall(k, ZERO, n, octets.is_octet(select(row, k)))), "ValueError", node)
    return BOTTOM if f.round.dead else octets.made(f, n, lambda k: select(row, k))


def to_bytes(f: Frame, number: Expr, node: ast.Call) -> Val | None:
    """number.to_bytes(length, byteorder); None, and nothing evaluated, where it is called in another way."""
    from verheal.contracts.lowering.expressions import lower

    given = dict(zip(("length", "byteorder"), node.args, strict=False))
    given |= {str(word.arg): word.value for word in node.keywords}
    order = given.get("byteorder")
    if len(given) != len(node.args) + len(node.keywords) or set(given) != {"length", "byteorder"}:
        return None
    if not isinstance(order, ast.Constant) or order.value not in ("big", "little"):
        return None
    length = lower(f, given["length"])
    if impossible([length]):
        return BOTTOM
    if not isinstance(length.type, IntT | BoolT):
        return f.unsupported("to_bytes of this length", node)
    n = to_int(length)
    f.fail_if(lt(n, ZERO), "ValueError", node)
    unlikely(f, le(integer(HUGE), n), "bytes of a huge length", node)
    known = n.value if isinstance(n, Const) and isinstance(n.value, int) and 0 <= n.value <= MOST_DIGITS else None
    most = App("int.pow", (BASE, n), INT) if known is None else integer(256**known)
    f.fail_if(no(both(le(ZERO, number), lt(number, most))), "OverflowError", node)
    if f.round.dead:
        return BOTTOM
    made = octets.some(f, n)
    weights = range(known or 0)
    for place, weight in zip(weights, weights if order.value == "little" else reversed(weights), strict=True):
        digit = App("int.mod", (App("int.floordiv", (number, integer(256**weight)), INT), BASE), INT)
        octets.holds(f, made, place, digit)
    return made


__all__ = ["of", "to_bytes"]
