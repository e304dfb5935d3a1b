"""Methods of str that search: within bounds, from the right, for one of several prefixes.

Law (library reference, "String Methods"): bounds are read as in slice notation, but nothing, not even "", is found
where the start lies behind the end.
"""

from __future__ import annotations

import ast

from verheal.contracts.core.build import add, both, choose, either, implies, item_of, le, lt, make_tuple, no, same
from verheal.contracts.core.build import text as literal
from verheal.contracts.core.expr import App, Expr, integer
from verheal.contracts.core.stmt import Pure
from verheal.contracts.core.types import BOOL, INT, STR, BoolT, IntT, NoneT, StrT, TupleT
from verheal.contracts.lowering.arguments import Method, Work, unmodelled
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.operators import to_int
from verheal.contracts.lowering.values import Val

EMPTY = literal("")
MISSING = integer(-1)


def size(value: Expr) -> Expr:
    """len(value)"""
    return App("str.len", (value,), INT)


def part(value: Expr, low: Expr, high: Expr) -> Expr:
    """value[low:high] for bounds inside."""
    return App("str.slice", (value, low, high), STR)


def has(value: Expr, sought: Expr) -> Expr:
    """sought in value"""
    return App("str.contains", (value, sought), BOOL)


def window(f: Frame, value: Val, bounds: list[Val]) -> tuple[Expr, Expr, Expr] | None:
    """(the part between the bounds, where it begins, is there such a part); None for bounds of other types."""
    if not all(isinstance(bound.type, IntT | BoolT | NoneT) for bound in bounds):
        return None
    n = size(value.expr)
    given = [None if isinstance(bound.type, NoneT) else to_int(bound) for bound in bounds]
    start, stop = [*given, None, None][:2]
    low = integer(0) if start is None else _from_end(f, start, n)
    end = n if stop is None else _from_end(f, stop, n)
    high = f.name_value(f.val(choose(lt(n, end), n, end)), "high").expr
    return part(value.expr, low, high), low, le(low, high)


def _from_end(f: Frame, bound: Expr, n: Expr) -> Expr:
    shifted = add(bound, n)
    below = choose(lt(shifted, integer(0)), integer(0), shifted)
    return f.name_value(f.val(choose(lt(bound, integer(0)), below, bound)), "bound").expr


def last(f: Frame, inside: Expr, sought: Expr) -> Expr:
    """The greatest index of `sought` in `inside`, or -1."""
    unmodelled(f, "searches from the right", ast.Pass(lineno=0))
    found = f.havoc(INT, "last", Pure("last", (inside, sought))).expr
    behind = add(found, size(sought))
    there = both(
        le(integer(0), found),
        le(behind, size(inside)),
        same(part(inside, found, behind), sought),
        implies(no(same(sought, EMPTY)), no(has(part(inside, add(found, integer(1)), size(inside)), sought))),
        implies(same(sought, EMPTY), same(found, size(inside))),
    )
    f.assume(choose(has(inside, sought), there, same(found, MISSING)), "the last occurrence")
    return found


def _found(f: Frame, value: Val, args: list[Val], right: bool) -> Expr | None:
    """The index that find or rfind gives."""
    bounded = window(f, value, args[1:]) if isinstance(args[0].type, StrT) else None
    if bounded is None:
        return None
    inside, low, possible = bounded
    if len(args) == 1:
        inside = value.expr
    at = last(f, inside, args[0].expr) if right else App("str.find", (inside, args[0].expr), INT)
    if len(args) == 1:
        return at
    at = f.name_value(f.val(at), "at").expr
    return choose(both(possible, le(integer(0), at)), add(low, at), MISSING)


def _find(right: bool, word: str, fails: bool) -> Work:
    def work(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
        found = _found(f, value, args, right)
        if found is None:
            return f.unsupported(f"{word} with these arguments", node)
        result = f.name_value(f.val(found), word)
        if fails:
            f.fail_if(lt(result.expr, integer(0)), "ValueError", node)
        return result

    return work


def _prefixes(f: Frame, value: Val) -> list[Expr] | None:
    match value.type:
        case StrT():
            return [value.expr]
        case TupleT(items) if all(isinstance(item, StrT) for item in items):
            return [item_of(value.expr, index) for index in range(len(items))]
        case _:
            return None


def _tests(op: str, word: str) -> Work:
    def work(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
        sought, bounded = _prefixes(f, args[0]), window(f, value, args[1:])
        if sought is None or bounded is None:
            return f.unsupported(f"{word} with these arguments", node)
        inside, _, possible = bounded
        if len(args) == 1:
            return f.val(either(*(App(op, (value.expr, one), BOOL) for one in sought)))
        return f.val(both(possible, either(*(App(op, (inside, one), BOOL) for one in sought))))

    return work


def _count(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    bounded = window(f, value, args[1:]) if isinstance(args[0].type, StrT) else None
    if bounded is None:
        return f.unsupported("count with these arguments", node)
    inside, _, possible = bounded
    inside, sought = value.expr if len(args) == 1 else inside, args[0].expr
    unmodelled(f, "counts in a string", node)
    found = f.havoc(INT, "count", Pure("str.count", (value.expr, *(arg.expr for arg in args))))
    most = choose(same(sought, EMPTY), add(size(inside), integer(1)), size(inside))
    there = both(possible, has(inside, sought)) if len(args) > 1 else has(inside, sought)
    f.assume(both(le(integer(0), found.expr), le(found.expr, most)), "what str.count gives")
    f.assume(same(same(found.expr, integer(0)), no(there)), "what str.count gives")
    return found


def _rpartition(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    if not isinstance(args[0].type, StrT):
        return f.unsupported("rpartition with this argument", node)
    s, sep = value.expr, args[0].expr
    f.fail_if(same(sep, EMPTY), "ValueError", node)
    at = last(f, s, sep)
    missing = lt(at, integer(0))
    items = (
        choose(missing, EMPTY, part(s, integer(0), at)),
        choose(missing, EMPTY, sep),
        choose(missing, s, part(s, add(at, size(sep)), size(s))),
    )
    return Val(make_tuple(items), TupleT((STR, STR, STR)))


SEARCHES: tuple[Method, ...] = (
    Method("startswith", 1, 3, _tests("str.startswith", "startswith")),
    Method("endswith", 1, 3, _tests("str.endswith", "endswith")),
    Method("find", 1, 3, _find(False, "find", False)),
    Method("rfind", 1, 3, _find(True, "rfind", False)),
    Method("index", 1, 3, _find(False, "index", True)),
    Method("rindex", 1, 3, _find(True, "rindex", True)),
    Method("count", 1, 3, _count),
    Method("rpartition", 1, 1, _rpartition),
)
