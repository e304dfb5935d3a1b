"""Guesses."""
from __future__ import annotations

from verheal.contracts.core.expr import Expr
from verheal.contracts.core.stmt import Loop


def propose(loop: Loop) -> tuple[Expr, ...]:
    """Candidate invariants."""
    return loop.candidates


def measures(loop: Loop) -> tuple[tuple[Expr, ...], ...]:
    """Candidate measures."""
    return ()
