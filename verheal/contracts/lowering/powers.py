"""x ** y of ints where y is no small literal: which exceptions, and bounds of what is not computed.

Law (language reference, "The power operator"): an int for y >= 0; else a float, and ZeroDivisionError of 0.
"""

from __future__ import annotations

import ast

from verheal.contracts.core.build import add, both, either, implies, le, lt, same
from verheal.contracts.core.expr import App, Expr, integer
from verheal.contracts.core.types import BOOL, FLOAT, INT
from verheal.contracts.lowering.arguments import unmodelled
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.values import BOTTOM, Val


def power(f: Frame, x: Expr, y: Expr, node: ast.AST) -> Val:
    """x ** y"""

    def below() -> Val:
        for number in (x, y):  # both become floats
            f.fail_if(App("float.isinf", (App("int.to_float", (number,), FLOAT),), BOOL), "OverflowError", node)
        f.fail_if(same(x, integer(0)), "ZeroDivisionError", node)
        unmodelled(f, "** with a negative exponent", node)
        return f.havoc(FLOAT, "power")

    def above() -> Val:
        unmodelled(f, "** with this exponent", node)
        found = f.havoc(INT, "power")
        f.assume(facts(x, y, found.expr), "bounds of a power")
        return found

    return f.branch(lt(y, integer(0)), below, above) or BOTTOM


def facts(x: Expr, y: Expr, result: Expr) -> Expr:
    """What holds of result = x ** y for ints x and y >= 0."""
    zero, one = integer(0), integer(1)
    return both(
        implies(same(y, zero), same(result, one)),
        implies(same(y, one), same(result, x)),
        implies(both(same(x, zero), lt(zero, y)), same(result, zero)),
        implies(same(x, one), same(result, one)),
        implies(same(x, integer(-1)), either(same(result, one), same(result, integer(-1)))),
        implies(le(zero, x), le(zero, result)),
        implies(le(one, x), le(one, result)),
        implies(both(le(one, x), le(one, y)), le(x, result)),
        implies(le(integer(2), x), lt(y, result)),
        implies(both(le(integer(2), x), le(integer(2), y)), le(add(x, x), result)),
    )
