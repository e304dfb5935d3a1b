"""Functions of `math` that are exact for every double and every int.

Law (library reference, "math"): isnan, isinf, isfinite and fabs take their argument as a double, of an int beyond all
doubles that is OverflowError; floor, ceil and trunc give ints, ValueError of a NaN and OverflowError of an infinity.
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from verheal.contracts.core.build import add, choose, either, no
from verheal.contracts.core.expr import App, Expr, integer
from verheal.contracts.core.types import BOOL, FLOAT, INT, FloatT
from verheal.contracts.lowering import operators
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.values import Val

Meaning = Callable[[Frame, Val, ast.AST], Expr]


def _is_nan(value: Expr) -> Expr:
    return App("float.isnan", (value,), BOOL)


def _is_infinite(value: Expr) -> Expr:
    return App("float.isinf", (value,), BOOL)


def _of_double(work: Callable[[Expr], Expr]) -> Meaning:
    return lambda f, value, node: work(operators.to_float(f, value, node))


def _rounded(work: Callable[[Expr, Expr], Expr]) -> Meaning:
    """`work` of the double and of it truncated; an int is whole already."""

    def call(f: Frame, value: Val, node: ast.AST) -> Expr:
        if not isinstance(value.type, FloatT):
            return operators.to_int(value)
        f.fail_if(_is_nan(value.expr), "ValueError", node)
        f.fail_if(_is_infinite(value.expr), "OverflowError", node)
        return work(value.expr, f.name_value(f.val(App("float.to_int", (value.expr,), INT))).expr)

    return call


def _floor(value: Expr, whole: Expr) -> Expr:
    return choose(App("mixed.float_lt_int", (value, whole), BOOL), add(whole, integer(-1)), whole)


def _ceil(value: Expr, whole: Expr) -> Expr:
    return choose(App("mixed.int_lt_float", (whole, value), BOOL), add(whole, integer(1)), whole)


# By the name of the line in the library's table.
FLOAT_MEANINGS: tuple[tuple[str, Meaning], ...] = (
    ("math.isnan", _of_double(_is_nan)),
    ("math.isinf", _of_double(_is_infinite)),
    ("math.isfinite", _of_double(lambda value: no(either(_is_nan(value), _is_infinite(value))))),
    ("math.fabs", _of_double(lambda value: App("float.abs", (value,), FLOAT))),
    ("math.floor", _rounded(_floor)),
    ("math.ceil", _rounded(_ceil)),
    ("math.trunc", _rounded(lambda _, whole: whole)),
)
