"""Inside a range a bound variable is known to lie in it: comparisons that this decides are decided.

So `ite(k < 0, k + n, k)`, the position that Python's index k means, is k under "for all 0 <= k < n".
"""
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from verheal.contracts.core.expr import App, Binder, Const, Expr, Var
from verheal.contracts.core.types import Type
from verheal.contracts.obligations.linear import difference, extreme

if TYPE_CHECKING:
    from verheal.contracts.obligations.simplify import Terms

Bounds = Mapping[Var, tuple[Expr, Expr]]


def plain_high(terms: Terms, low: Expr, high: Expr) -> Expr:
    """[z, max(h, y)) is [z, h) for y <= z: both are empty where h <= y."""
    match high:
        case App("ite", (test, then, Const(int() as least))) if isinstance(low, Const):
            if not isinstance(low.value, int) or least > low.value:
                return high
            match test:
                case App("int.lt", (a, b)) if difference(b, a) == difference(then, terms.number(least)):
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
    total = difference(left, right)
    most, least = (extreme(total, bounds, up) for up in (True, False))
    if most is not None and most < 0:
        return True
    return False if least is not None and least >= 0 else None
