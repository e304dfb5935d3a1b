"""Guesses for loops in the manner of Euclid: the greatest common divisor of two numbers stays as it was."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import permutations

from verheal.contracts.core.expr import App, Expr
from verheal.contracts.core.types import INT
from verheal.contracts.obligations.rounds import Moving, Round, subterms

MOST = 4
REDUCING = ("int.mod", "int.floordiv", "int.sub")


def divisors(a_round: Round) -> Iterable[Expr]:
    """gcd(x, y) == gcd(x, y) on entry, of numbers one of which the round reduces by the other."""
    terms = a_round.terms
    numbers = [item for item in a_round.of_type(INT) if a_round.reads(item)]
    reduced = set(_reduced(numbers))
    pairs = [(x, y) for x, y in permutations(numbers, 2) if (x.top, y.top) in reduced]
    for x, y in pairs[:MOST]:
        now, before = (terms.make("int.gcd", pair, INT) for pair in ((x.top, y.top), (x.begin, y.begin)))
        yield terms.eq(now, before)


def _reduced(numbers: list[Moving]) -> Iterable[tuple[Expr, Expr]]:
    """(what is divided or lessened, by what)"""
    for part in subterms([item.back for item in numbers]):
        if isinstance(part, App) and part.op in REDUCING:
            yield part.args[0], part.args[1]
