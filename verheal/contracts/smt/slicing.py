"""Assumptions that can matter to a goal."""
from __future__ import annotations

from verheal.contracts.core.expr import App, Expr, Var
from verheal.contracts.smt.numbers import STEPPING
from verheal.contracts.smt.terms import free_variables, postorder


def relevant(assumptions: tuple[Expr, ...], goal: Expr) -> tuple[Expr, ...]:
    """Those that share a variable with the goal, directly or through other assumptions, in their order.

    Assumptions without variables stay: a false one proves everything, and a true one costs nothing.
    """
    free = free_variables((*assumptions, goal))
    reached: set[Var] = set(free[goal])
    kept = [not free[fact] for fact in assumptions]
    grown = True
    while grown:
        grown = False
        for index, fact in enumerate(assumptions):
            if not kept[index] and not reached.isdisjoint(free[fact]):
                kept[index] = grown = True
                reached |= free[fact]
    return tuple(fact for fact, keep in zip(assumptions, kept, strict=True) if keep)


def stepping(roots: tuple[Expr, ...]) -> frozenset[str]:
    """The operators under the roots whose laws go down a recursion: powers, divisors, and so on."""
    return frozenset(term.op for term in postorder(roots) if isinstance(term, App) and term.op in STEPPING)


def apart(assumptions: tuple[Expr, ...], goal: Expr) -> tuple[Expr, ...]:
    """Those that mention no such operator beyond those of the goal.

    The laws of such operators multiply unknowns, which wears solvers out where only sums matter.
    """
    own = stepping((goal,))
    return tuple(fact for fact in assumptions if stepping((fact,)) <= own)
