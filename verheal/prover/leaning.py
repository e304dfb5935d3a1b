"""Invariants without those that others say as well, as far as that can be read off: each costs lemmas of its own.

What is left is equivalent, so it is inductive as before.
"""

from __future__ import annotations

from collections.abc import Iterable

from verheal.contracts.core.build import ONE, ZERO, le
from verheal.contracts.core.expr import App, Const, Expr


def lean(candidates: Iterable[Expr]) -> tuple[Expr, ...]:
    """The candidates, weaker ones left out where stronger ones are among them."""
    kept = dict.fromkeys(candidates)
    for candidate in reversed(tuple(kept)):
        others = kept.keys() - {candidate}
        if told(candidate, others):
            del kept[candidate]
    return tuple(kept)


def told(claim: Expr, known: set[Expr]) -> bool:
    """Does one of the known claims say it, or a part of it that is enough?"""
    if claim in known:
        return True
    match claim:
        case App("and", parts):
            return all(told(part, known) for part in parts)
        case App("or", parts):
            return any(told(part, known) for part in parts)
        case App("implies", (_, then)):
            return told(then, known)
        case App("int.lt", (low, App("int.add", (high, Const(1))))):
            return told(le(low, high), known)
        case App("int.le", (low, high)):
            equal = any(App("eq", pair, claim.type) in known for pair in ((low, high), (high, low)))
            below = App("int.lt", (low, high), claim.type) in known
            return equal or below or (low == ZERO and le(ONE, high) in known) or _wider(low, high, known)
        case _:
            return False


def _wider(low: Expr, high: Expr, known: set[Expr]) -> bool:
    """low - 1 <= high, where low <= high is known."""
    match low:
        case App("int.add", (base, Const(-1))):
            return le(base, high) in known
        case _:
            return False
