"""What a core program says on its face: its loops, the variables it assigns, the sites it names."""
from __future__ import annotations

from collections.abc import Iterator

from verheal.contracts.core.expr import Expr, Var
from verheal.contracts.core.stmt import (
    Assign,
    Assume,
    Check,
    Havoc,
    If,
    Loop,
    Raise,
    Return,
    Scope,
    Site,
    Stmt,
    Stuck,
    Try,
)


def parts(stmt: Stmt) -> tuple[tuple[Stmt, ...], ...]:
    """The blocks directly inside a statement, in source order."""
    match stmt:
        case If(_, then, orelse):
            return (then, orelse)
        case Loop(head=head, body=body, step=step, orelse=orelse):
            return (head, body, step, orelse)
        case Try(body, handlers, orelse, final):
            return (body, *(handler.body for handler in handlers), orelse, final)
        case Scope(_, body):
            return (body,)
        case _:
            return ()


def walk(block: tuple[Stmt, ...]) -> Iterator[Stmt]:
    """Every statement, nested ones included, in source order."""
    stack: list[Stmt] = list(reversed(block))
    while stack:
        stmt = stack.pop()
        yield stmt
        for inner in reversed(parts(stmt)):
            stack.extend(reversed(inner))


def assigned(*blocks: tuple[Stmt, ...]) -> tuple[Var, ...]:
    """Every variable that these blocks may change, in order of first mention."""
    names: dict[Var, None] = {}
    for block in blocks:
        for stmt in walk(block):
            match stmt:
                case Assign(var) | Havoc(var) | Scope(result=var):
                    names[var] = None
                case Stuck(changes=changes):
                    names.update(dict.fromkeys(changes))
                case _:
                    pass
    return tuple(names)


def round_of(loop: Loop) -> tuple[tuple[Stmt, ...], ...]:
    """The blocks that one round runs."""
    return (loop.head, loop.body, loop.step)


def loops(block: tuple[Stmt, ...]) -> tuple[Loop, ...]:
    """Every loop, in source order."""
    return tuple(stmt for stmt in walk(block) if isinstance(stmt, Loop))


def sites(block: tuple[Stmt, ...]) -> tuple[Site, ...]:
    """Every site that a check or a raise names, in source order, without repetition."""
    found: dict[Site, None] = {}
    for stmt in walk(block):
        if isinstance(stmt, Check | Raise):
            found[stmt.site] = None
    return tuple(found)


def expressions(stmt: Stmt) -> tuple[Expr, ...]:
    """The expressions that stand directly in a statement."""
    match stmt:
        case Assign(_, value) | Return(value):
            return (value,)
        case Assume(fact):
            return (fact,)
        case Check(_, goal):
            return (goal,)
        case If(test) | Loop(test=test):
            return (test,)
        case _:
            return ()
