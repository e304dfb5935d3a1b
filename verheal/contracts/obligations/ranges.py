"""Inside a range a bound variable is known to lie in it: comparisons that this decides are decided.

So `ite(k < 0, k + n, k)`, the position that Python's index k means, is k under "for all 0 <= k < n".
"""
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from verheal.contracts.core.expr import App, Binder, Const, Expr, Var
from verheal.contracts.core.types import INT, Type
from verheal.contracts.obligations.arithmetic import split

if TYPE_CHECKING:
    from verheal.contracts.obligations.simplify import Terms

Bounds = Mapping[Var, tuple[Expr, Expr]]
_DEPTH = 8
_FROM_ZERO = frozenset(("str.len", "set.card"))


def plain_high(terms: Terms, low: Expr, high: Expr) -> Expr:
    """[z, max(h, y)) is [z, h) for y <= z: both are empty where h <= y."""
    match high:
        case App("ite", (test, then, Const(int() as least))) if isinstance(low, Const):
            if not isinstance(low.value, int) or least > low.value:
                return high
            if test is terms.make("int.lt", (terms.number(least), then), test.type):
                return then
            match then:
                case App("int.sub", (a, b)) if least == 0 and test is terms.make("int.lt", (b, a), test.type):
                    return then
                case _:
                    return high
        case _:
            return high


def narrowed(terms: Terms, term: Expr, bounds: Bounds) -> Expr:
    """The same value as `term` wherever every variable of `bounds` lies in its half-open range."""
    done: dict[int, Expr] = {}
    stack = [term]
    while stack:
        node = stack[-1]
        if id(node) not in done:
            match node:
                case App(op, args, kind, index):
                    known = _decide(op, args, bounds)
                    missing = [part for part in args if known is None and id(part) not in done]
                    if missing:
                        stack.extend(missing)
                        continue
                    if known is not None:
                        done[id(node)] = terms.true if known else terms.false
                    else:
                        fresh = tuple(done[id(part)] for part in args)
                        same = _same(fresh, args)
                        done[id(node)] = node if same else _made(terms, op, fresh, kind, index, bounds)
                case Binder():
                    done[id(node)] = _inside(terms, node, bounds)
                case _:
                    done[id(node)] = node
        stack.pop()
    return done[id(term)]


def _made(
    terms: Terms, op: str, args: tuple[Expr, ...], kind: Type, index: int, bounds: Bounds
) -> Expr:
    term = terms.make(op, args, kind, index)
    known = _decide(term.op, term.args, bounds) if isinstance(term, App) else None
    return term if known is None else terms.true if known else terms.false


def _same(left: tuple[Expr, ...], right: tuple[Expr, ...]) -> bool:
    return all(a is b for a, b in zip(left, right, strict=True))


def _inside(terms: Terms, node: Binder, bounds: Bounds) -> Expr:
    low = None if node.low is None else narrowed(terms, node.low, bounds)
    high = None if node.high is None else narrowed(terms, node.high, bounds)
    # The binder's own variable hides one of the same name, and its range is known inside.
    inner = {var: span for var, span in bounds.items() if var != node.var}
    if node.kind == "forall" and low is not None and high is not None:
        inner[node.var] = (low, high)
    body = narrowed(terms, node.body, inner)
    if body is node.body and low is node.low and high is node.high:
        return node
    return terms.binder(node.kind, node.var, body, low, high)


def _decide(op: str, args: tuple[Expr, ...], bounds: Bounds) -> bool | None:
    match op:
        case "int.lt":
            return _less(args[0], args[1], bounds)
        case "int.le":
            reverse = _less(args[1], args[0], bounds)
            return None if reverse is None else not reverse
        case _:
            return None


def _less(left: Expr, right: Expr, bounds: Bounds) -> bool | None:
    """Is left < right throughout, or nowhere?"""
    for var, (low, high) in bounds.items():
        if _below(left, right, var, high):
            return True
        at_most = _at_least(right, left, var, low)
        if at_most is not None and at_most > 0:
            return True
        at_least = _at_least(left, right, var, low)
        if at_least is not None and at_least >= 0:
            return False
        if _below(right, left, var, high, slack=1):
            return False
    number, other = _number(right), _number(left)
    least, least_right = _least(left, bounds, _DEPTH), _least(right, bounds, _DEPTH)
    if number is not None and least is not None and least >= number:
        return False
    if other is not None and least_right is not None and least_right > other:
        return True
    return None


def _below(left: Expr, right: Expr, var: Var, high: Expr, slack: int = 0) -> bool:
    """Does var < high show left < right + slack? For var + m < base + n, and (p + var) + m < u + n."""
    (a, m), (b, n), (base, c) = split(left), split(right), split(high)
    reached = c - 1 + m < n + slack
    if not reached:
        return False
    if a == var:
        return b is base
    match a, base:
        case App("int.add", (p, q)), App("int.sub", (u, r)):
            return b is u and ((p == var and q is r) or (q == var and p is r))
        case _:
            return False


def _at_least(left: Expr, right: Expr, var: Var, low: Expr) -> int | None:
    """The least that left - right can be, for left = var + m and right = low's base + n."""
    (a, m), (b, n), (base, c) = split(left), split(right), split(low)
    return c + m - n if a == var and b is base else None


def _number(term: Expr) -> int | None:
    base, offset = split(term)
    return offset if base is None else None


def _least(term: Expr, bounds: Bounds, depth: int) -> int | None:
    """A lower bound of an int term, if one is known."""
    if depth == 0:
        return None
    match term:
        case Const(int() as value):
            return value if term.type == INT else None
        case Var():
            return _number(bounds[term][0]) if term in bounds else None
        case App("int.add", (a, b)):
            left, right = _least(a, bounds, depth - 1), _least(b, bounds, depth - 1)
            return left + right if left is not None and right is not None else None
        case App(op) if op in _FROM_ZERO:
            return 0
        case _:
            return None
