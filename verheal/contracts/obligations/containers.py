"""Laws of maps, tuples and unions (McCarthy 1962: select over store)."""
from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from verheal.contracts.core.expr import App, Binder, Expr
from verheal.contracts.core.types import FloatT, MapT, TupleT, Type, UnionT
from verheal.contracts.obligations.ranges import narrowed, plain_high

if TYPE_CHECKING:
    from verheal.contracts.obligations.simplify import Terms

Rule = Callable[["Terms", tuple[Expr, ...], Type, int], Expr | None]
_DEPTH = 24  # choices between maps that one selection is pushed through


def _has_float(kind: Type) -> bool:
    match kind:
        case FloatT():
            return True
        case TupleT(items) | UnionT(items):
            return any(_has_float(item) for item in items)
        case MapT():
            return True
        case _:
            return False


def _same_key(terms: Terms, left: Expr, right: Expr) -> bool | None:
    """Whether two keys are one: None when it depends. Floats and maps are left to the solver."""
    if left is right:
        return True
    if _has_float(left.type) or _has_float(right.type):
        return None
    known = terms.eq(left, right)
    return True if known is terms.true else False if known is terms.false else None


def _select(terms: Terms, args: tuple[Expr, ...], kind: Type, index: int) -> Expr | None:
    """m[k := v][k] = v; m[j := v][k] = m[k] for j != k; (all to v)[k] = v; (lambda x. b)[k] = b(k)."""
    return _read(terms, args[0], args[1], kind, _DEPTH)


def _read(terms: Terms, table: Expr, key: Expr, kind: Type, depth: int) -> Expr | None:
    start = table
    while True:
        match table:
            case App("store", (base, place, value)):
                same = _same_key(terms, place, key)
                if same:
                    return value
                if same is None:
                    break
                table = base
            case App("map.const", (value,)):
                return value
            case Binder("lambda", var, body):
                return terms.instantiate(body, var, key)
            case App("ite", (test, then, orelse)) if depth > 0:
                left = _read(terms, then, key, kind, depth - 1)
                right = _read(terms, orelse, key, kind, depth - 1)
                if left is None and right is None:
                    break
                left = left if left is not None else terms.intern(App("select", (then, key), kind))
                right = right if right is not None else terms.intern(App("select", (orelse, key), kind))
                return terms.make("ite", (test, left, right), kind)
            case _:
                break
    return None if table is start else terms.intern(App("select", (table, key), kind))


def _store(terms: Terms, args: tuple[Expr, ...], kind: Type, index: int) -> Expr | None:
    """m[k := u][k := v] = m[k := v]; m[k := m[k]] = m."""
    table, key, value = args
    match value:
        case App("select", (source, place)) if source is table and place is key:
            return table
        case _:
            pass
    match table:
        case App("store", (base, place, _)) if place is key:
            return terms.make("store", (base, key, value), kind)
        case _:
            return None


def _through_choice(terms: Terms, op: str, term: Expr, kind: Type, index: int, maker: str) -> Expr | None:
    """Push an observation through a choice when one of its branches was just built."""
    match term:
        case App("ite", (test, then, orelse)):
            built = any(isinstance(part, App) and part.op in (maker, "ite") for part in (then, orelse))
            if not built:
                return None
            left = _observe(terms, op, then, kind, index, maker)
            right = _observe(terms, op, orelse, kind, index, maker)
            if left is None and right is None:
                return None
            left = left if left is not None else terms.intern(App(op, (then,), kind, index))
            right = right if right is not None else terms.intern(App(op, (orelse,), kind, index))
            return terms.make("ite", (test, left, right), kind)
        case _:
            return None


def _observe(terms: Terms, op: str, term: Expr, kind: Type, index: int, maker: str) -> Expr | None:
    if isinstance(term, App) and term.op in (maker, "ite"):
        return terms.make(op, (term,), kind, index)
    return None


def _tuple_get(terms: Terms, args: tuple[Expr, ...], kind: Type, index: int) -> Expr | None:
    """(a, b)[0] = a."""
    match args[0]:
        case App("tuple.make", items):
            return items[index]
        case term:
            return _through_choice(terms, "tuple.get", term, kind, index, "tuple.make")


def _union_get(terms: Terms, args: tuple[Expr, ...], kind: Type, index: int) -> Expr | None:
    """The value of member i put in as member i is that value."""
    match args[0]:
        case App("union.make", (value,), _, made) if made == index:
            return value
        case term:
            return _through_choice(terms, "union.get", term, kind, index, "union.make")


def _union_is(terms: Terms, args: tuple[Expr, ...], kind: Type, index: int) -> Expr | None:
    """What was put in as member i is member i and no other."""
    match args[0]:
        case App("union.make", _, _, made):
            return terms.true if made == index else terms.false
        case term:
            return _through_choice(terms, "union.is", term, kind, index, "union.make")


def _first(op: str) -> Rule:
    """Only the first n elements of a row count: its rule may be simplified for indices in [0, n)."""

    def rule(terms: Terms, args: tuple[Expr, ...], kind: Type, index: int) -> Expr | None:
        zero = terms.number(0)
        high = plain_high(terms, zero, args[1])
        if high is not args[1]:
            return terms.make(op, (args[0], high, *args[2:]), kind)
        match args[0]:
            case Binder("lambda", var, body):
                simpler = narrowed(terms, body, {var: (zero, high)})
                if simpler is body:
                    return None
                return terms.make(op, (terms.binder("lambda", var, simpler), *args[1:]), kind)
            case _:
                return None

    return rule


RULES: tuple[tuple[str, Rule], ...] = (
    *((op, _first(op)) for op in ("seq.sum", "seq.min", "seq.max", "seq.sorted", "seq.count", "seq.places")),
    ("select", _select),
    ("store", _store),
    ("tuple.get", _tuple_get),
    ("union.get", _union_get),
    ("union.is", _union_is),
)
