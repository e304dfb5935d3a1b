"""How a piece of one side ends, as a number, so that a piece of the other side can run before this one goes on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from verheal.contracts.core.build import same
from verheal.contracts.core.expr import Expr, Var, integer
from verheal.contracts.core.stmt import Assign, Break, Continue, Handler, If, Loop, Return, Scope, Stmt, Try
from verheal.contracts.core.types import INT
from verheal.contracts.obligations.syntax import round_of

ON, BROKEN, RETURNED, CONTINUED, ENDED, RAISED = 0, 1, 2, 3, 4, 10


@dataclass
class Lane:
    """One side. `exceptions` are classes, each before those that are more general; `result` its result variable.

    How the exception of `exceptions[n]` left is told as RAISED + n. Of one that is not known it is told by a number
    of the side's own, below all others: nothing is the same as that.
    """

    prefix: str
    result: Var
    exceptions: tuple[str, ...]
    unknown: int
    serial: int = 0

    def flag(self, hint: str) -> Var:
        """A new variable that tells how a piece ended."""
        self.serial += 1
        return Var(f"{self.prefix}{hint}%{self.serial}:Int", INT)

    def run(self, status: Var, block: Sequence[Stmt]) -> tuple[Stmt, ...]:
        """The block, as long as the side is on; then the status says how it ended."""
        if not block:
            return ()
        told = Scope(status, (*told_jumps(tuple(block), self.result), Return(integer(ON))))
        caught = tuple(
            Handler((name,), (Assign(status, integer(RAISED + place)),)) for place, name in enumerate(self.exceptions)
        )
        unknown = Handler(None, (Assign(status, integer(self.unknown)),))
        return (If(is_on(status), (Try((told,), (*caught, unknown)),)),)


def is_on(status: Var) -> Expr:
    """Does the side still run?"""
    return same(status, integer(ON))


def told_jumps(block: tuple[Stmt, ...], result: Var, inside: bool = False) -> tuple[Stmt, ...]:
    """Ways out of the block, each told as the value of the scope around it; those out of calls stay as they are.

    `inside` a loop that belongs to the block its own jumps stay too.
    """
    found: list[Stmt] = []
    for stmt in block:
        match stmt:
            case Return(value):
                found += [Assign(result, value), Return(integer(RETURNED))]
            case Break() if not inside:
                found.append(Return(integer(BROKEN)))
            case Continue() if not inside:
                found.append(Return(integer(CONTINUED)))
            case _:
                found.append(within(stmt, lambda part: told_jumps(part, result, inside), result))
    return tuple(found)


def within(stmt: Stmt, work: Callable[[tuple[Stmt, ...]], tuple[Stmt, ...]], result: Var) -> Stmt:
    """The statement with its blocks worked on; what a loop repeats is inside it."""
    match stmt:
        case If(test, then, orelse):
            return If(test, work(then), work(orelse))
        case Try(body, handlers, orelse, final):
            taken = tuple(Handler(one.exceptions, work(one.body)) for one in handlers)
            return Try(work(body), taken, work(orelse), work(final))
        case Loop():
            head, body, step = (told_jumps(part, result, True) for part in round_of(stmt))
            orelse = work(stmt.orelse)
            return Loop(stmt.id, stmt.line, head, stmt.test, body, step, orelse, stmt.candidates, stmt.measure)
        case _:
            return stmt
