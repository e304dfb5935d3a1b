"""Two programs as one, after Barthe, Crespo and Kunz (2011): one runs, then the other, their loops in lockstep.

Law: the sides share no variable, so that any interleaving of their statements ends as they do one after the other. A
loop of each side becomes one loop, of which every round does a round of both. That this is how they run is checked in
every round: both go on or neither does, and a round leaves both loops or neither. Only then does the one loop stand for
the two; and as it does, one of them ends where the other ends.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from verheal.contracts.core.build import both, either, no, same
from verheal.contracts.core.expr import Expr, Var, integer
from verheal.contracts.core.stmt import Assign, Assume, Break, Check, If, Loop, Return, Scope, Site, Stmt
from verheal.contracts.obligations.syntax import walk
from verheal.contracts.relational.lanes import BROKEN, CONTINUED, ENDED, ON, Lane, is_on

LOCKSTEP = "lockstep"  # how the ids of such loops begin


class Lockstep(Enum):
    """NONE: one side runs after the other. ROUNDS: tests of loops fail together. ENDS: one may fail where the other
    side leaves its loop in another way."""

    NONE = 0
    ROUNDS = 1
    ENDS = 2


Couple = Callable[[Loop, Loop], tuple[Expr, ...]]


@dataclass
class Composer:
    """Puts the blocks of both sides together. `couple` guesses what holds between two loops; checks have `site`."""

    left: Lane
    right: Lane
    site: Site
    couple: Couple
    lockstep: Lockstep
    merged: int = 0

    def blocks(self, left: tuple[Stmt, ...], right: tuple[Stmt, ...], one: Var, two: Var) -> tuple[Stmt, ...]:
        """Both blocks, each as long as its side is on, which its status `one` or `two` says."""
        left, right = flat(left), flat(right)
        first, second = _first_loop(left), _first_loop(right)
        if self.lockstep is Lockstep.NONE or first is None or second is None:
            return (*self.left.run(one, left), *self.right.run(two, right))
        before = (*self.left.run(one, left[:first]), *self.right.run(two, right[:second]))
        here, there = left[first], right[second]
        assert isinstance(here, Loop) and isinstance(there, Loop)
        together = (
            *self._loop(here, there, one, two),
            *self.blocks(left[first + 1 :], right[second + 1 :], one, two),
        )
        apart = (*self.left.run(one, left[first:]), *self.right.run(two, right[second:]))
        return (*before, If(both(is_on(one), is_on(two)), together, apart))

    def _loop(self, left: Loop, right: Loop, one: Var, two: Var) -> tuple[Stmt, ...]:
        """One loop for both, then what comes behind each."""
        self.merged += 1
        mine, other = self.left.flag("round"), self.right.flag("round")
        head = (
            Assign(mine, integer(ON)), Assign(other, integer(ON)),
            *self.left.run(mine, left.head), *self.right.run(other, right.head),
            *self._agreed(both(is_on(mine), is_on(other))),
        )  # fmt: skip
        test, begin = self._goes_on(left.test, right.test, mine, other)
        body = (
            *(() if self.lockstep is Lockstep.ROUNDS else begin),
            *self.blocks(left.body, right.body, mine, other),
            *(If(same(flag, integer(CONTINUED)), (Assign(flag, integer(ON)),)) for flag in (mine, other)),
            *self.left.run(mine, left.step),
            *self.right.run(other, right.step),
            *self._agreed(same(is_on(mine), is_on(other))),
            If(no(is_on(mine)), (Assign(one, mine), Assign(two, other), Break())),
        )
        tested = begin if self.lockstep is Lockstep.ROUNDS else ()
        guesses = (*left.candidates, *right.candidates, *self.couple(left, right))
        merged = Loop(f"{LOCKSTEP} {left.id} {right.id}", left.line, (*head, *tested), test, body, candidates=guesses)
        return (merged, *self._behind(self.left, left, one), *self._behind(self.right, right, two))

    def _goes_on(self, left: Expr, right: Expr, mine: Var, other: Var) -> tuple[Expr, tuple[Stmt, ...]]:
        """(the test of the one loop, what goes with it): in ENDS a test that fails is one of the ways out."""
        if self.lockstep is Lockstep.ROUNDS:
            return left, self._agreed(same(left, right))
        ways = ((left, mine), (right, other))
        return either(left, right), tuple(If(no(test), (Assign(flag, integer(ENDED)),)) for test, flag in ways)

    def _agreed(self, fact: Expr) -> tuple[Stmt, ...]:
        """A check; what comes behind it is only asked of runs that pass it."""
        return Check(self.site, fact), Assume(fact, "checked right before")

    def _behind(self, lane: Lane, loop: Loop, status: Var) -> tuple[Stmt, ...]:
        """A loop that was not broken has its `orelse`; then the side is on again."""
        ended, broken = (If(same(status, integer(way)), (Assign(status, integer(ON)),)) for way in (ENDED, BROKEN))
        if not loop.orelse:
            return (ended, broken)
        return (If(same(status, integer(BROKEN)), broken.then, (ended, *lane.run(status, loop.orelse))),)


def _first_loop(block: tuple[Stmt, ...]) -> int | None:
    return next((place for place, stmt in enumerate(block) if isinstance(stmt, Loop)), None)


def flat(block: tuple[Stmt, ...]) -> tuple[Stmt, ...]:
    """With the bodies of calls that return at their end only in the place of the calls."""
    found: list[Stmt] = []
    for stmt in block:
        if isinstance(stmt, Scope) and stmt.body and isinstance(stmt.body[-1], Return):
            *rest, last = stmt.body
            if not any(_returns(one) for one in rest):
                assert isinstance(last, Return)
                found += [*flat(tuple(rest)), Assign(stmt.result, last.value)]
                continue
        found.append(stmt)
    return tuple(found)


def _returns(stmt: Stmt) -> bool:
    """May it return from the scope that it stands in? Calls inside have scopes of their own."""
    match stmt:
        case Return():
            return True
        case Scope():
            return False
        case _:
            return any(isinstance(one, Return) for one in walk((stmt,)))


__all__ = ["Composer", "flat"]
