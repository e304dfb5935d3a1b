"""Closed forms of sums over rows that a rule gives: constants, the places themselves, and what a limit divides.

Law (Graham, Knuth and Patashnik 1994, chapter 2): the sum is linear; the sum of a constant is a multiple of it, that of
the places 0 .. n - 1, taken twice, is n * (n - 1); a range is summed in two parts where a test on the place divides it.
"""

from __future__ import annotations

from verheal.contracts.core.build import ONE, ZERO, add, choose, le, lt, sub
from verheal.contracts.core.expr import App, Binder, Const, Expr, Var, integer
from verheal.contracts.core.types import INT
from verheal.contracts.smt.terms import free_variables

DEEPEST = 6
TWO = integer(2)


def closed_sum(row: Expr, count: Expr) -> Expr | None:
    """Twice the sum of the first `count` >= 0 values of the row, or None where it has no such form."""
    if not (isinstance(row, Binder) and row.kind == "lambda" and row.var.type == INT and row.body.type == INT):
        return None
    return _sum(row.body, row.var, ZERO, count, DEEPEST)


def _sum(body: Expr, var: Var, low: Expr, high: Expr, depth: int) -> Expr | None:
    """Twice the sum of the body for var in [low, high), low <= high."""
    if depth == 0:
        return None
    if _fixed(body, var):
        return _times(_times(sub(high, low), body), TWO)
    match body:
        case Var():
            return sub(_pairs(high), _pairs(low))
        case App("int.add" | "int.sub" as op, (left, right)):
            one, other = (_sum(part, var, low, high, depth - 1) for part in (left, right))
            return None if one is None or other is None else add(one, other) if op == "int.add" else sub(one, other)
        case App("int.neg", (inner,)):
            found = _sum(inner, var, low, high, depth - 1)
            return None if found is None else sub(ZERO, found)
        case App("int.mul", (left, right)):
            factor, rest = (left, right) if _fixed(left, var) else (right, left)
            found = _sum(rest, var, low, high, depth - 1) if _fixed(factor, var) else None
            return None if found is None else _times(found, factor)
        case App("ite", (test, then, orelse)):
            return _divided(test, then, orelse, var, low, high, depth)
        case _:
            return None


def _divided(test: Expr, then: Expr, orelse: Expr, var: Var, low: Expr, high: Expr, depth: int) -> Expr | None:
    """The places below a limit and those from it on."""
    match test:
        case App("int.lt", (left, limit)) if left == var and _fixed(limit, var):
            first, second = then, orelse
        case App("int.le", (left, last)) if left == var and _fixed(last, var):
            limit, first, second = add(last, ONE), then, orelse
        case App("int.lt", (last, right)) if right == var and _fixed(last, var):
            limit, first, second = add(last, ONE), orelse, then
        case App("int.le", (limit, right)) if right == var and _fixed(limit, var):
            first, second = orelse, then
        case App("not", (inner,)):
            return _divided(inner, orelse, then, var, low, high, depth)
        case _:
            return None
    middle = choose(lt(limit, low), low, choose(lt(high, limit), high, limit))
    before = _sum(first, var, low, middle, depth - 1)
    behind = _sum(second, var, middle, high, depth - 1)
    return None if before is None or behind is None else add(before, behind)


def _fixed(term: Expr, var: Var) -> bool:
    return var not in free_variables((term,))[term]


def _times(left: Expr, right: Expr) -> Expr:
    if isinstance(left, Const) and isinstance(right, Const):
        return integer(int(left.value or 0) * int(right.value or 0))
    return left if right == ONE else right if left == ONE else App("int.mul", (left, right), INT)


def _pairs(n: Expr) -> Expr:
    return _times(n, sub(n, ONE))


def between(total: App, least: Expr | None, greatest: Expr | None) -> list[Expr]:
    """So many times the least value is no more than the sum, so many times the greatest no less."""
    count = total.args[1]
    found = [le(_times(count, least), total)] if least is not None else []
    return found + ([le(total, _times(count, greatest))] if greatest is not None else [])
