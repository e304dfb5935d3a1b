"""The law of sorted rows: where each element is in order with its neighbour, any two are in order.

It needs induction, which solvers do not do. Transitivity is all that it rests on, so it holds of ints, strings and
doubles alike: a NaN is in order with nothing, and then the neighbours are not.
"""
from __future__ import annotations

from verheal.contracts.core.build import ONE, add, implies, select
from verheal.contracts.core.expr import App, Binder, Expr, Var, forall
from verheal.contracts.core.types import INT

ORDERS = ("int.le", "int.lt", "str.le", "str.lt", "float.le", "float.lt")
LOW, HIGH = Var("law:p", INT), Var("law:q", INT)


def order_law(claim: Binder) -> Expr | None:
    """For `forall k in [a, b): row[k] <= row[k + 1]`, or its mirror image: any two of [a, b] are so ordered."""
    match claim:
        case Binder("forall", var, App(op, (App("select") as left, App("select") as right), kind)) if op in ORDERS:
            pass
        case _:
            return None
    if claim.low is None or claim.high is None or left.args[0] != right.args[0] or _mentions(left.args[0], var):
        return None
    row, places = left.args[0], (left.args[1], right.args[1])
    end = add(claim.high, ONE)
    first, second = select(row, LOW), select(row, HIGH)
    if places == (var, add(var, ONE)):
        body = App(op, (first, second), kind)
    elif places == (add(var, ONE), var):
        body = App(op, (second, first), kind)
    else:
        return None
    return implies(claim, forall(LOW, claim.low, end, forall(HIGH, add(LOW, ONE), end, body)))


def _mentions(term: Expr, var: Var) -> bool:
    from verheal.contracts.smt.terms import postorder

    return any(part == var for part in postorder((term,)))
