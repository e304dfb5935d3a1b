"""Where the mean of a row of numbers lies: not below the least of them, not above the greatest.

Law (arithmetic): n numbers that are all at least m add up to n * m or more; so the sum, divided by n > 0 and rounded
down, is at least m, and at most M where none is greater than M.
"""
from __future__ import annotations

from collections.abc import Iterable

from verheal.contracts.core.build import ZERO, implies, le, lt
from verheal.contracts.core.expr import App, Expr


def mean_laws(roots: Iterable[Expr], terms: Iterable[App]) -> list[Expr]:
    """For each quotient of a sum and its count among the roots' parts, with the extremes of the same row in `terms`."""
    extremes = [term for term in terms if term.op in ("seq.min", "seq.max")]
    laws: list[Expr] = []
    for mean in roots:
        match mean:
            case App("int.floordiv", (App("seq.sum", (row, count)), by)) if by == count:
                near = [term for term in extremes if term.args == (row, count)]
                sides = ((term, mean) if term.op == "seq.min" else (mean, term) for term in near)
                laws += [implies(lt(ZERO, count), le(*pair)) for pair in sides]
    return laws
