"""A core program with other names for its variables, so that two programs can stand side by side.

Law: a bijective renaming of variables changes nothing about what a program does. Types are renamed too, where a class
of one source tree stands for a class of the other. What is not computed, but given by a function for values, is the
same on both sides for the same values.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from verheal.contracts.core.expr import App, Binder, Const, Expr, Var
from verheal.contracts.core.stmt import (
    Assign,
    Assume,
    Check,
    Handler,
    Havoc,
    If,
    Loop,
    Pure,
    Raise,
    Return,
    Scope,
    Stmt,
    Stuck,
    Try,
)
from verheal.contracts.core.types import (
    STR,
    ClassT,
    DictT,
    EnumT,
    ListT,
    MapT,
    SetT,
    TupleT,
    Type,
    UnionT,
    join,
)

AFAR = 1_000_000  # added to the lines of the other program, so that no line stands for two places


@dataclass
class Renaming:
    """New names of variables, by `name`; of classes, by `owner`; loops and lines move with `prefix`."""

    name: Callable[[Var], str]
    owner: Callable[[str], str]
    prefix: str
    _types: dict[Type, Type] = field(default_factory=dict)
    _done: dict[int, tuple[Expr, Expr]] = field(default_factory=dict)

    def type(self, kind: Type) -> Type:
        """The type, over the renamed classes."""
        if kind not in self._types:
            self._types[kind] = self._type(kind)
        return self._types[kind]

    def _type(self, kind: Type) -> Type:
        match kind:
            case ClassT(name):
                return ClassT(self.owner(name))
            case EnumT(name):
                return replace(kind, name=self.owner(name))
            case ListT(element):
                return ListT(self.type(element))
            case SetT(element):
                return SetT(self.type(element))
            case DictT(key, value):
                return DictT(self.type(key), self.type(value))
            case MapT(key, value):
                return MapT(self.type(key), self.type(value))
            case TupleT(items):
                return TupleT(tuple(self.type(item) for item in items))
            case UnionT(members):
                return _union(tuple(self.type(member) for member in members))
            case _:
                return kind

    def var(self, var: Var) -> Var:
        """The variable; what it was when a loop was entered keeps to it."""
        if var.name.startswith("entry(") and var.name.endswith(")"):
            inner = self.var(Var(var.name[6:-1], var.type))
            return Var(f"entry({inner.name})", inner.type)
        return Var(self.name(var), self.type(var.type))

    def expr(self, term: Expr) -> Expr:
        """The expression over the renamed variables; bound ones are renamed like others."""
        known = self._done.get(id(term))
        if known is not None:
            return known[1]
        made: Expr
        match term:
            case Var():
                made = self.var(term)
            case Const(value, kind):
                made = Const(value, self.type(kind))
            case App():
                made = App(term.op, tuple(self.expr(arg) for arg in term.args), self.type(term.type), term.index)
            case Binder():
                low = None if term.low is None else self.expr(term.low)
                high = None if term.high is None else self.expr(term.high)
                made = Binder(term.kind, self.var(term.var), self.expr(term.body), self.type(term.type), low, high)
        self._done[id(term)] = (term, made)  # the term is kept, so that its id is not given to another
        return made

    def block(self, block: tuple[Stmt, ...]) -> tuple[Stmt, ...]:
        """The statements, without the obligations on their way, which are another question, and without what only
        says that a value which follows is not computed."""
        return tuple(self.statement(stmt) for stmt in block if not isinstance(stmt, Check) and not only_says(stmt))

    def statement(self, stmt: Stmt) -> Stmt:
        """One statement, with all that is inside."""
        match stmt:
            case Assign(var, value):
                return Assign(self.var(var), self.expr(value))
            case Havoc(var, Pure(name, arguments)):
                given = tuple(self.expr(argument) for argument in arguments)
                return Assign(self.var(var), App("pure", (Const(name, STR), *given), self.type(var.type)))
            case Havoc(var):
                return Havoc(self.var(var))
            case Assume(fact, why, rests_on):
                return Assume(self.expr(fact), why, rests_on)
            case Return(value):
                return Return(self.expr(value))
            case If(test, then, orelse):
                return If(self.expr(test), self.block(then), self.block(orelse))
            case Loop():
                return self._loop(stmt)
            case Raise(exception):
                return replace(stmt, exception=self.owner(exception))
            case Try(body, handlers, orelse, final):
                caught = tuple(self._handler(handler) for handler in handlers)
                return Try(self.block(body), caught, self.block(orelse), self.block(final))
            case Scope(result, body):
                return Scope(self.var(result), self.block(body))
            case Stuck(changes=changes):
                return replace(stmt, changes=tuple(self.var(var) for var in changes))
            case _:
                return stmt

    def _handler(self, handler: Handler) -> Handler:
        names = handler.exceptions
        taken = None if names is None else tuple(self.owner(name) for name in names)
        return Handler(taken, self.block(handler.body))

    def _loop(self, loop: Loop) -> Loop:
        return Loop(
            f"{self.prefix}{loop.id}",
            loop.line + (AFAR if self.prefix else 0),
            self.block(loop.head),
            self.expr(loop.test),
            self.block(loop.body),
            self.block(loop.step),
            self.block(loop.orelse),
            tuple(self.expr(candidate) for candidate in loop.candidates),
            None if loop.measure is None else self.expr(loop.measure),
        )


def only_says(stmt: Stmt) -> bool:
    """Does it nothing but name what is not computed?"""
    return isinstance(stmt, Stuck) and not stmt.may_raise and not stmt.changes


def _union(members: tuple[Type, ...]) -> Type:
    """The order of the members goes by their names: it has to be the same, as terms name members by their places."""
    made: Type = members[0]
    for member in members[1:]:
        made = join(made, member)
    if not isinstance(made, UnionT) or made.alternatives != members:
        raise ValueError("the renamed union has another order")
    return made
