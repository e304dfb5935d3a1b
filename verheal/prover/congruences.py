"""Sums and differences of a loop's numbers that leave the same remainder in every view, for the divisors at hand.

Guesses, like all relations that are read off traces.
"""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, product

from verheal.contracts.core.build import add, same, sub
from verheal.contracts.core.expr import App, Const, Expr, integer
from verheal.contracts.core.types import INT
from verheal.contracts.obligations.rounds import subterms
from verheal.prover.relations import Column, columns
from verheal.prover.traces import Views

LARGEST = 1_000
MOST_DIVISORS = 2
MOST_NUMBERS = 5
MOST = 6
LEAST_VIEWS = 12


def divisors(claims: Iterable[Expr]) -> tuple[int, ...]:
    """The constants that the claims divide by."""
    found = [part.args[1] for part in subterms(claims) if isinstance(part, App) and part.op == "int.mod"]
    numbers = [part.value for part in found if isinstance(part, Const) and isinstance(part.value, int)]
    return tuple(dict.fromkeys(number for number in numbers if 2 <= number <= LARGEST))[:MOST_DIVISORS]


def congruences(
    views: Views, moving: Sequence[Expr], steady: Sequence[Expr], by: Sequence[int]
) -> tuple[Expr, ...]:
    """(a +- b +- s) % m == c, of a number that moves and of up to two others."""
    if not by or len(views.states) < LEAST_VIEWS:
        return ()
    changing = columns(moving[:MOST_NUMBERS], views.states)
    still = [column for column in columns(steady, views.states) if column not in changing][:MOST_NUMBERS]
    found: dict[Expr, None] = {}
    for number in by:
        plain = [column for column in changing if len({value % number for value in column.values}) > 1]
        every = [*plain, *still]
        for group in (group for size in (2, 3) for group in combinations(every, size) if group[0] in plain):
            for signs in product((1, -1), repeat=len(group) - 1):
                total, rests = _sum(group, (1, *signs), number)
                if len(rests) == 1:
                    found[same(App("int.mod", (total, integer(number)), INT), integer(rests.pop()))] = None
    return tuple(found)[:MOST]


def _sum(group: Sequence[Column], signs: Sequence[int], number: int) -> tuple[Expr, set[int]]:
    """The sum, and what it leaves in the views when it is divided."""
    total = group[0].term
    for column, sign in zip(group[1:], signs[1:], strict=True):
        total = add(total, column.term) if sign == 1 else sub(total, column.term)
    views = zip(*(column.values for column in group), strict=True)
    return total, {sum(sign * value for sign, value in zip(signs, view, strict=True)) % number for view in views}
