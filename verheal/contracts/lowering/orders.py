"""The order of numbers, strings, and tuples of these, as sorted, min and max use it.

Law (language reference, "Value comparisons"): tuples are ordered like their first items that differ, and the shorter
one comes first where none do. It is a total order of values that hold no NaN; a NaN is in order with nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from verheal.contracts.core.build import boolean, both, either, is_member, item_of, le, member, no, same
from verheal.contracts.core.expr import FALSE, TRUE, App, Expr
from verheal.contracts.core.types import BOOL, BoolT, FloatT, IntT, NoneT, StrT, TupleT, Type, UnionT
from verheal.contracts.lowering.compare import equal_numbers, order_numbers
from verheal.contracts.lowering.values import Val


def is_ordered(kind: Type) -> bool:
    """Are any two values of the type ordered by <, without an exception?"""
    match kind:
        case TupleT(items):
            return all(isinstance(item, NoneT) or is_ordered(item) for item in items)
        case UnionT(members):
            return all(isinstance(m, IntT | BoolT | FloatT) for m in members)
        case _:
            return isinstance(kind, IntT | BoolT | FloatT | StrT)


def no_greater(a: Expr, b: Expr) -> Expr:
    """a <= b, of two values of one type that is ordered."""
    match a.type:
        case IntT():
            return le(a, b)
        case StrT():
            return App("str.le", (a, b), BOOL)
        case TupleT():
            return _first_difference(a, b, TRUE)
        case _:
            return _cases(a, b, lambda x, y: order_numbers(x, y, False))


def _less(a: Expr, b: Expr) -> Expr:
    match a.type:
        case NoneT():
            return FALSE
        case StrT():
            return App("str.lt", (a, b), BOOL)
        case TupleT():
            return _first_difference(a, b, FALSE)
        case _:
            return _cases(a, b, lambda x, y: order_numbers(x, y, True))


def equal_in_any_type(a: Expr, b: Expr) -> Expr:
    """a == b, of two numbers."""
    return _cases(a, b, equal_numbers)


def _equal(a: Expr, b: Expr) -> Expr:
    match a.type:
        case NoneT():
            return TRUE
        case StrT() | IntT():
            return same(a, b)
        case TupleT(items):
            return both(*(_equal(item_of(a, i), item_of(b, i)) for i in range(len(items))))
        case _:
            return _cases(a, b, equal_numbers)


def _first_difference(a: Expr, b: Expr, orelse: Expr) -> Expr:
    """The order of two tuples; `orelse` where no item differs."""
    assert isinstance(a.type, TupleT)
    found = orelse
    for index in reversed(range(len(a.type.items))):
        x, y = item_of(a, index), item_of(b, index)
        found = either(_less(x, y), both(_equal(x, y), found))
    return found


def _cases(a: Expr, b: Expr, relation: Callable[[Val, Val], Expr]) -> Expr:
    """The relation of two numbers, each of which may be of several types."""
    pairs = [(both(p, q), relation(x, y)) for p, x in _members(a) for q, y in _members(b)]
    return either(*(both(test, found) for test, found in pairs))


def _members(value: Expr) -> list[tuple[Expr, Val]]:
    if not isinstance(value.type, UnionT):
        return [(TRUE, Val(value, value.type))]
    kinds = value.type.alternatives
    return [(is_member(value, i), Val(member(value, i), kind)) for i, kind in enumerate(kinds)]


def holds_no_nan(value: Expr) -> Expr:
    """Is the value, of a type that is ordered, in order with itself?"""
    match value.type:
        case FloatT():
            return no(App("float.isnan", (value,), BOOL))
        case TupleT(items):
            return both(*(holds_no_nan(item_of(value, i)) for i in range(len(items))))
        case UnionT():
            return both(*(either(no(test), holds_no_nan(one.expr)) for test, one in _members(value)))
        case _:
            return boolean(True)
