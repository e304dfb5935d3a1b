"""bytes as what they are: a length and that many octets, both functions of the object, which never changes.

Law (library reference, "Bytes Objects"): the items are ints from 0 to 255; indexing, slicing, +, ==, `in` of an int and
running over them are those of any sequence; `int.from_bytes` is the sum of the octets by their weights.
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from verheal.contracts.core.build import add, both, choose, implies, le, lt, no, same, select, sub, text
from verheal.contracts.core.expr import App, Const, Expr, forall, integer
from verheal.contracts.core.types import INT, BoolT, IntT, LibraryT, ListT, MapT, Type
from verheal.contracts.lowering import containers
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.operators import multiply, to_int
from verheal.contracts.lowering.values import BOTTOM, Val

BYTES = LibraryT(("builtins.bytes",))
ZERO, ONE, BASE = integer(0), integer(1), integer(256)
MOST_WRITTEN, MOST_BOUND, MOST_EXACT = 16, 8, 4


def is_bytes(f: Frame, kind: Type) -> bool:
    """Is it bytes, and nothing that was read derives from it?"""
    return kind == BYTES and not f.round.program.derived("builtins.bytes")


def length(f: Frame, value: Expr) -> Expr:
    """len(value)"""
    n = App("pure", (text("bytes.len"), value), INT)
    f.assume(le(ZERO, n), "a length")
    return n


def row(value: Expr) -> Expr:
    """The octets by their places."""
    return App("pure", (text("bytes.row"), value), MapT(INT, INT))


def _octet(f: Frame, value: Expr, place: Expr) -> Expr:
    found = select(row(value), place)
    f.assume(is_octet(found), "an octet")
    return found


def is_octet(value: Expr) -> Expr:
    """0 <= value < 256"""
    return both(le(ZERO, value), lt(value, BASE))


def literal(f: Frame, made: Val, value: bytes) -> None:
    """What is known of bytes that are written out."""
    if is_bytes(f, made.type):
        f.assume(same(length(f, made.expr), integer(len(value))), "the length of a literal")
        for place, octet in enumerate(value[:MOST_WRITTEN]):
            holds(f, made, place, integer(octet))


def items(f: Frame, value: Val) -> Val:
    """A new list of the octets."""
    k, n = f.round.fresh("k", INT), length(f, value.expr)
    f.assume(forall(k, ZERO, n, is_octet(select(row(value.expr), k))), "octets")
    return containers.new_list(f, ListT(INT), row(value.expr), n)


def operator(f: Frame, a: Val, dunder: str, others: list[Val], node: ast.AST) -> Val | None:
    """a.__dunder__(*others) where it is exact; None of all else."""
    if not is_bytes(f, a.type):
        return None
    match dunder, others:
        case "__len__", []:
            return f.val(length(f, a.expr))
        case "__getitem__", [Val(type=IntT() | BoolT()) as index]:
            n = length(f, a.expr)
            place = containers.normal_index(f, to_int(index), n)
            f.fail_if(no(both(le(ZERO, place), lt(place, n))), "IndexError", node)
            return BOTTOM if f.round.dead else f.val(_octet(f, a.expr, place))
        case "__contains__", [Val(type=IntT() | BoolT()) as sought]:
            f.fail_if(no(is_octet(to_int(sought))), "ValueError", node)
            k = f.round.fresh("k", INT)
            missing = no(same(select(row(a.expr), k), to_int(sought)))
            return BOTTOM if f.round.dead else f.val(no(forall(k, ZERO, length(f, a.expr), missing)))
        case ("__eq__" | "__ne__"), [b] if is_bytes(f, b.type):
            alike = _equal(f, a.expr, b.expr)
            return f.val(alike if dunder == "__eq__" else no(alike))
        case "__add__", [b] if is_bytes(f, b.type):
            return _joined(f, a.expr, b.expr)
        case _:
            return None


def _equal(f: Frame, a: Expr, b: Expr) -> Expr:
    k, n = f.round.fresh("k", INT), length(f, a)
    return both(same(n, length(f, b)), forall(k, ZERO, n, same(select(row(a), k), select(row(b), k))))


def made(f: Frame, n: Expr, octet: Callable[[Expr], Expr]) -> Val:
    """New bytes of this length, with the octet at each place."""
    found, k = some(f, n), f.round.fresh("k", INT)
    f.assume(forall(k, ZERO, n, same(select(row(found.expr), k), octet(k))), "the octets of new bytes")
    return found


def some(f: Frame, n: Expr) -> Val:
    """Some bytes of this length."""
    found = f.havoc(BYTES, "bytes")
    f.assume(same(length(f, found.expr), n), "the length of new bytes")
    return found


def holds(f: Frame, made: Val, place: int, octet: Expr) -> None:
    """made[place] is the octet."""
    f.assume(same(select(row(made.expr), integer(place)), octet), "an octet of new bytes")


def _joined(f: Frame, a: Expr, b: Expr) -> Val:
    n, m = length(f, a), length(f, b)
    return made(f, add(n, m), lambda k: choose(lt(k, n), select(row(a), k), select(row(b), sub(k, n))))


def sliced(f: Frame, value: Val, low: Val | None, high: Val | None, step: int) -> Val:
    """value[low:high:step], the step a literal that is not 0."""
    from verheal.contracts.lowering.steps import reach

    n = length(f, value.expr)
    if step == 1:
        start, stop = containers.slice_bounds(f, low, high, n)
        return made(f, sub(stop, start), lambda k: select(row(value.expr), add(start, k)))
    start, count = reach(f, low, high, step, n)
    return made(f, count, lambda k: select(row(value.expr), add(start, multiply(k, integer(step)))))


def number(f: Frame, value: Val, order: Val, found: Expr) -> None:
    """What is known of found = int.from_bytes(value, order), which is not signed."""
    if not is_bytes(f, value.type):
        return
    n = length(f, value.expr)
    f.assume(le(ZERO, found), "a number without a sign")
    for size in range(MOST_BOUND + 1):
        f.assume(implies(same(n, integer(size)), lt(found, integer(256**size))), "so many octets make no more")
    if not isinstance(order.expr, Const) or order.expr.value not in ("big", "little"):
        return
    for size in range(1, MOST_EXACT + 1):
        total: Expr = ZERO
        for place in range(size) if order.expr.value == "big" else reversed(range(size)):
            octet = _octet(f, value.expr, integer(place))
            total = add(multiply(total, BASE), octet)
        f.assume(implies(same(n, integer(size)), same(found, total)), "the sum of the octets by their weights")
