"""Quantifiers over all ints, where the condition itself says between which bounds."""

from __future__ import annotations

import ast
from collections.abc import Iterator


def ranged(forall: bool, item: str, body: ast.expr, ints: frozenset[str]) -> tuple[ast.expr, ast.expr] | None:
    """(range of the ints that matter, what is said of each); None without a bound on both sides.

    For `Forall` the bounds stand first in what an implication (`q if p else True`) supposes, for `Exists` first in
    what it says: what stands behind may rely on them. `ints` are the variables that surely are ints: a range has no
    other bounds.

    >>> def show(f, text):
    ...     found = ranged(f, "i", ast.parse(text, mode="eval").body, frozenset("abn"))
    ...     return [ast.unparse(part) for part in found or ()]
    >>> show(True, "p(i) if i >= a and i <= b and q(i) else True")
    ['range(a, b + 1)', 'p(i) if q(i) else True']
    >>> show(False, "0 < i < n and p(i)"), show(True, "p(i) if i > 0 else True"), show(False, "0 < i < i + 1")
    (['range(0 + 1, n)', 'p(i)'], [], [])
    """
    match body:
        case ast.IfExp(test=test, body=said, orelse=ast.Constant(value=True)) if forall:
            parts = list(_conjuncts(test))
        case _ if not forall:
            parts, said = list(_conjuncts(body)), ast.Constant(value=True)
        case _:
            return None
    found: dict[str, ast.expr] = {}
    while parts and (bound := _bound(parts[0], item, ints)) is not None and bound[0] not in found:
        found[bound[0]] = bound[1]
        parts.pop(0)
    if len(found) < 2:
        return None
    values = ast.Call(
        func=ast.Name(id="range", ctx=ast.Load()), args=[found["low"], found["high"]], keywords=[]
    )
    rest = parts[0] if len(parts) == 1 else ast.BoolOp(op=ast.And(), values=parts)
    if not parts:
        return values, said
    return values, ast.IfExp(test=rest, body=said, orelse=ast.Constant(value=True)) if forall else rest


def _conjuncts(test: ast.expr) -> Iterator[ast.expr]:
    """The parts of a conjunction and of chained comparisons, in the order of evaluation."""
    match test:
        case ast.BoolOp(op=ast.And(), values=values):
            for value in values:
                yield from _conjuncts(value)
        case ast.Compare(left=left, ops=ops, comparators=rights):
            for op, right in zip(ops, rights, strict=True):
                yield ast.Compare(left=left, ops=[op], comparators=[right])
                left = right
        case _:
            yield test


def _bound(one: ast.expr, item: str, ints: frozenset[str]) -> tuple[str, ast.expr] | None:
    """("low", first int) or ("high", first int that is too large), where `one` says just that."""
    match one:
        case ast.Compare(left=ast.Name(id=name), ops=[op], comparators=[other]) if name == item:
            upper, strict = isinstance(op, ast.Lt | ast.LtE), isinstance(op, ast.Lt | ast.Gt)
        case ast.Compare(left=other, ops=[op], comparators=[ast.Name(id=name)]) if name == item:
            upper, strict = isinstance(op, ast.Gt | ast.GtE), isinstance(op, ast.Lt | ast.Gt)
        case _:
            return None
    if not isinstance(op, ast.Lt | ast.LtE | ast.Gt | ast.GtE) or not _is_int(other, ints - {item}):
        return None
    if upper == strict:
        return ("high" if upper else "low"), other
    more = ast.BinOp(left=other, op=ast.Add(), right=ast.Constant(value=1))
    return ("high" if upper else "low"), more


def _is_int(bound: ast.expr, ints: frozenset[str]) -> bool:
    match bound:
        case ast.Constant(value=int()) | ast.Call(func=ast.Name(id="len"), args=[_], keywords=[]):
            return True
        case ast.Name(id=name):
            return name in ints
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub() | ast.Mult() | ast.FloorDiv() | ast.Mod(), right=right):
            return _is_int(left, ints) and _is_int(right, ints)
        case _:
            return False
