"""Builders of core expressions with the folding that keeps lowered programs readable; each is an equality of `ops`."""
from __future__ import annotations

from verheal.contracts.core.expr import FALSE, TRUE, App, Const, Expr, integer
from verheal.contracts.core.types import (
    BOOL,
    FLOAT,
    INT,
    NONE,
    STR,
    BoolT,
    EnumT,
    FloatT,
    IntT,
    MapT,
    NoneT,
    StrT,
    TupleT,
    Type,
    UnionT,
    is_reference,
)

NONE_VALUE = Const(None, NONE)
ZERO = integer(0)
ONE = integer(1)


def boolean(value: bool) -> Const:
    """The literal True or False."""
    return TRUE if value else FALSE


def text(value: str) -> Const:
    """A string literal."""
    return Const(value, STR)


def real(value: float) -> Const:
    """A double literal."""
    return Const(value, FLOAT)


def no(test: Expr) -> Expr:
    """not test."""
    if isinstance(test, Const):
        return boolean(not test.value)
    if isinstance(test, App) and test.op == "not":
        return test.args[0]
    return App("not", (test,), BOOL)


def both(*tests: Expr) -> Expr:
    """Conjunction; TRUE of nothing."""
    kept = tuple(dict.fromkeys(test for test in tests if test != TRUE))
    if FALSE in kept:
        return FALSE
    return kept[0] if len(kept) == 1 else App("and", kept, BOOL) if kept else TRUE


def either(*tests: Expr) -> Expr:
    """Disjunction; FALSE of nothing."""
    kept = tuple(dict.fromkeys(test for test in tests if test != FALSE))
    if TRUE in kept:
        return TRUE
    return kept[0] if len(kept) == 1 else App("or", kept, BOOL) if kept else FALSE


def implies(left: Expr, right: Expr) -> Expr:
    """left ==> right."""
    if left == TRUE or right == TRUE:
        return right
    return TRUE if left == FALSE else App("implies", (left, right), BOOL)


def choose(test: Expr, then: Expr, orelse: Expr) -> Expr:
    """then if test else orelse; both of one type."""
    if then == orelse or test == TRUE:
        return then
    if test == FALSE:
        return orelse
    if then.type == BOOL and then == TRUE and orelse == FALSE:
        return test
    return App("ite", (test, then, orelse), then.type)


def _ints(left: Expr, right: Expr) -> tuple[int, int] | None:
    if isinstance(left, Const) and isinstance(right, Const):
        if isinstance(left.value, int) and isinstance(right.value, int):
            return left.value, right.value
    return None


def add(left: Expr, right: Expr) -> Expr:
    """Sum of ints."""
    pair = _ints(left, right)
    if pair:
        return integer(pair[0] + pair[1])
    return left if right == ZERO else right if left == ZERO else App("int.add", (left, right), INT)


def sub(left: Expr, right: Expr) -> Expr:
    """Difference of ints."""
    pair = _ints(left, right)
    if pair:
        return integer(pair[0] - pair[1])
    return left if right == ZERO else App("int.sub", (left, right), INT)


def lt(left: Expr, right: Expr) -> Expr:
    """left < right on ints."""
    pair = _ints(left, right)
    return boolean(pair[0] < pair[1]) if pair else App("int.lt", (left, right), BOOL)


def le(left: Expr, right: Expr) -> Expr:
    """left <= right on ints."""
    pair = _ints(left, right)
    return boolean(pair[0] <= pair[1]) if pair else App("int.le", (left, right), BOOL)


def same(left: Expr, right: Expr) -> Expr:
    """The two are one value of one type (operator `eq`)."""
    if left == right:
        return TRUE
    if isinstance(left, Const) and isinstance(right, Const) and left.type == right.type:
        return boolean(left == right)
    return App("eq", (left, right), BOOL)


def select(row: Expr, key: Expr) -> Expr:
    """row[key] of a map."""
    assert isinstance(row.type, MapT)
    return App("select", (row, key), row.type.value)


def store(row: Expr, key: Expr, value: Expr) -> Expr:
    """row with key taken to value."""
    return App("store", (row, key, value), row.type)


def constant_map(kind: MapT, value: Expr) -> Expr:
    """The map that takes every key to value."""
    return App("map.const", (value,), kind)


def make_tuple(items: tuple[Expr, ...]) -> Expr:
    """Tuple of the items."""
    return App("tuple.make", items, TupleT(tuple(item.type for item in items)))


def item_of(value: Expr, index: int) -> Expr:
    """Item `index` of a tuple."""
    assert isinstance(value.type, TupleT)
    if isinstance(value, App) and value.op == "tuple.make":
        return value.args[index]
    return App("tuple.get", (value,), value.type.items[index], index)


def is_member(value: Expr, index: int) -> Expr:
    """Is the value of a union its member `index`?"""
    if isinstance(value, App) and value.op == "union.make":
        return boolean(value.index == index)
    return App("union.is", (value,), BOOL, index)


def member(value: Expr, index: int) -> Expr:
    """The value of a union as its member `index`."""
    assert isinstance(value.type, UnionT)
    if isinstance(value, App) and value.op == "union.make" and value.index == index:
        return value.args[0]
    return App("union.get", (value,), value.type.alternatives[index], index)


def default(kind: Type) -> Expr | None:
    """Some value of the type, for variables that hold none yet; None where there is no literal."""
    match kind:
        case IntT():
            return ZERO
        case BoolT():
            return FALSE
        case FloatT():
            return real(0.0)
        case StrT():
            return text("")
        case NoneT():
            return NONE_VALUE
        case TupleT(items):
            parts = tuple(default(item) for item in items)
            return make_tuple(tuple(p for p in parts if p)) if all(parts) else None
        case UnionT(members):
            found = next(((i, d) for i, m in enumerate(members) if (d := default(m))), None)
            return App("union.make", (found[1],), kind, found[0]) if found else None
        case MapT(value=value):
            inner = default(value)
            return constant_map(kind, inner) if inner else None
        case _ if is_reference(kind) or isinstance(kind, EnumT):
            return Const(0, kind)
        case _:
            return None


def coerce(value: Expr, target: Type) -> Expr | None:
    """The same Python value at a wider type; None when `target` does not include the type of `value`."""
    kind = value.type
    if kind == target:
        return value
    if isinstance(target, TupleT) and isinstance(kind, TupleT) and len(target.items) == len(kind.items):
        parts = [coerce(item_of(value, i), t) for i, t in enumerate(target.items)]
        kept = tuple(part for part in parts if part is not None)
        return make_tuple(kept) if len(kept) == len(parts) else None
    if not isinstance(target, UnionT):
        return None
    if isinstance(kind, UnionT):
        return _coerce_union(value, kind, target)
    for index, option in enumerate(target.alternatives):
        inner = coerce(value, option)
        if inner is not None:
            return App("union.make", (inner,), target, index)
    return None


def _coerce_union(value: Expr, kind: UnionT, target: UnionT) -> Expr | None:
    parts = [coerce(member(value, i), target) for i in range(len(kind.alternatives))]
    if any(part is None for part in parts):
        return None
    result = parts[-1]
    for index in range(len(parts) - 2, -1, -1):
        part = parts[index]
        if part is None or result is None:
            return None
        result = choose(is_member(value, index), part, result)
    return result
