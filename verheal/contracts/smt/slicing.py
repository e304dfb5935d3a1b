"""Assumptions that can matter to a goal."""
from __future__ import annotations

from collections.abc import Callable, Iterator

from verheal.contracts.core.expr import App, Binder, Expr, Var
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


def narrower(assumptions: tuple[Expr, ...], goal: Expr) -> Iterator[tuple[Expr, ...]]:
    """Smaller and smaller selections that may be enough, where all of them wear a solver out.

    First without those on sums, counts and the like that the goal does not speak of; then without those that say of
    all that there is one, each instance of which makes a new place; then of quantified ones only those on the goal's
    own tables.
    """
    parts = tuple(dict.fromkeys(part for fact in assumptions for part in _conjuncts(fact)))
    own, tables = _aggregates((goal,)), free_variables((goal,))[goal]
    selections: tuple[Callable[[Expr], bool], ...] = (
        lambda fact: _aggregates((fact,)) <= own,
        lambda fact: not _alternates(fact),
        lambda fact: not _ranges(fact) or free_variables((fact,))[fact] <= tables,
    )
    for keeps in selections:
        fewer = tuple(fact for fact in parts if keeps(fact))
        if len(fewer) < len(parts):
            yield fewer
        parts = fewer


def _conjuncts(fact: Expr) -> Iterator[Expr]:
    if isinstance(fact, App) and fact.op == "and":
        for part in fact.args:
            yield from _conjuncts(part)
    else:
        yield fact


def _aggregates(roots: tuple[Expr, ...]) -> frozenset[str]:
    """The operators under the roots that speak of whole rows or sets."""
    return frozenset(
        term.op for term in postorder(roots) if isinstance(term, App) and term.op.startswith(("seq.", "set."))
    )


def _ranges(fact: Expr) -> bool:
    """Does it quantify, and not to say that other objects are as they were?"""
    match fact:
        case Binder("forall", var, App("or", parts)):
            return not any(_alike(part, var) for part in parts)
        case _:
            return any(isinstance(term, Binder) and term.kind == "forall" for term in postorder((fact,)))


def _alike(claim: Expr, place: Var) -> bool:
    match claim:
        case App("eq", (App("select", (_, one)), App("select", (_, other)))):
            return one == other == place
        case _:
            return False


def _alternates(fact: Expr) -> bool:
    """Does it say of all that there is one?"""
    outer = [term for term in postorder((fact,)) if isinstance(term, Binder) and term.kind == "forall"]
    return any(
        isinstance(part, App) and part.op == "not" and isinstance(part.args[0], Binder)
        for term in outer
        for part in postorder((term.body,))
    )
