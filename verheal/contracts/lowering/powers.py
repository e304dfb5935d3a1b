"""x ** y of ints where y is no small literal: which exceptions, and of what type the result is.

Law (language reference, "The power operator"): an int for y >= 0; else a float, and ZeroDivisionError of 0.
"""

from __future__ import annotations

import ast

from verheal.contracts.core.build import lt, same
from verheal.contracts.core.expr import App, Expr, integer
from verheal.contracts.core.types import BOOL, FLOAT, INT
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.values import BOTTOM, Val


def power(f: Frame, x: Expr, y: Expr, node: ast.AST) -> Val:
    """x ** y"""

    def below() -> Val:
        for number in (x, y):  # both become floats
            f.fail_if(App("float.isinf", (App("int.to_float", (number,), FLOAT),), BOOL), "OverflowError", node)
        f.fail_if(same(x, integer(0)), "ZeroDivisionError", node)
        return f.val(App("int.pow_below", (x, y), FLOAT))

    def above() -> Val:
        return f.val(App("int.pow", (x, y), INT))

    return f.branch(lt(y, integer(0)), below, above) or BOTTOM
