"""Runs core functions on concrete values, statement by statement, as CPython runs the Python they came from.

Two differential tests carry the translation from Python to formulas: CPython against this interpreter,
and this interpreter against the formulas. Statements are those of `stmt.py`; nothing is approximated:
what cannot be executed ends the run as `Stopped`.
"""
from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from verheal.contracts.core.evaluate import evaluate
from verheal.contracts.core.expr import Expr, Var
from verheal.contracts.core.stmt import (
    Assign,
    Assume,
    Break,
    Check,
    Continue,
    Function,
    Havoc,
    If,
    Loop,
    Raise,
    Reraise,
    Return,
    Scope,
    Site,
    Stmt,
    Stuck,
    Try,
)
from verheal.contracts.core.values import NotExecutable

__all__ = ["OutOfFuel", "Outcome", "Raised", "Rejected", "Returned", "Stopped", "evaluate", "run"]


@dataclass(frozen=True)
class Returned:
    """The function returned; `failures` are the sites of checks that were false, `undecided` of those not
    computable.
    """

    value: object
    state: Mapping[str, object]
    failures: tuple[Site, ...] = ()
    undecided: tuple[Site, ...] = ()


@dataclass(frozen=True)
class Raised:
    """An exception of class `exception` left the function; `site` is where it first came from."""

    exception: str
    site: Site
    state: Mapping[str, object]
    declared: bool = False
    failures: tuple[Site, ...] = ()
    undecided: tuple[Site, ...] = ()


@dataclass(frozen=True)
class Rejected:
    """The inputs do not satisfy annotations and requires; `why` says which entry statement turned them
    away.
    """

    why: str


@dataclass(frozen=True)
class OutOfFuel:
    """The number of steps allowed was not enough."""


@dataclass(frozen=True)
class Stopped:
    """The run met something that cannot be executed."""

    reason: str


Outcome = Returned | Raised | Rejected | OutOfFuel | Stopped


# Told at the top of every round: the loop's id, the state that entered the loop, and the state now.
Watch = Callable[[str, Mapping[str, object], Mapping[str, object]], None]


def run(function: Function, inputs: Mapping[str, object], fuel: int, watch: Watch | None = None) -> Outcome:
    """Run a function on values for all its `inputs`, by name; `fuel` bounds the number of statements
    executed.
    """
    machine = _Machine(function, dict(inputs), fuel, watch)
    try:
        turned_away = machine.enter()
        return Rejected(turned_away) if turned_away is not None else machine.call()
    except NotExecutable as stop:
        return Stopped(str(stop))
    except _Exhausted:
        return OutOfFuel()
    except RecursionError:
        return Stopped("nested too deeply")


class _Exhausted(Exception):
    """No fuel is left."""


@dataclass(frozen=True)
class _Leaves:
    """Control leaves a block by `return` (with a value), `break` or `continue`."""

    how: str
    value: object = None


@dataclass(frozen=True)
class _Thrown:
    """Control leaves a block by an exception."""

    exception: str
    site: Site
    declared: bool


_Flow = _Leaves | _Thrown | None


class _Machine:
    """State of one run."""

    def __init__(
        self, function: Function, env: dict[str, object], fuel: int, watch: Watch | None = None
    ) -> None:
        self.function = function
        self.watch = watch
        self.env = env
        self.fuel = fuel
        self.failures: list[Site] = []
        self.undecided: list[Site] = []
        self.handling: list[_Thrown] = []
        self.ancestors = dict(function.mro)
        self.entering = False

    def enter(self) -> str | None:
        """Run the entry; the reason if the inputs are turned away."""
        self.entering = True
        try:
            flow = self.block(self.function.entry)
        except _Refused as refusal:
            return str(refusal)
        self.entering = False
        return f"{flow.exception} at {flow.site.text}" if isinstance(flow, _Thrown) else None

    def call(self) -> Outcome:
        """Run the body, then what belongs to the way it ended."""
        flow = self.block(self.function.body)
        if isinstance(flow, _Thrown):
            flow = self._after(self.function.unwind) or flow
        else:
            if isinstance(flow, _Leaves):
                self.env[self.function.result.name] = flow.value
            flow = self._after(self.function.exit) or flow
        seen = tuple(dict.fromkeys(self.failures)), tuple(dict.fromkeys(self.undecided))
        if isinstance(flow, _Thrown):
            return Raised(flow.exception, flow.site, self.env, flow.declared, *seen)
        return Returned(self.env.get(self.function.result.name), self.env, *seen)

    def _after(self, statements: tuple[Stmt, ...]) -> _Thrown | None:
        flow = self.block(statements)
        return flow if isinstance(flow, _Thrown) else None

    def value(self, term: Expr) -> object:
        """Value of an expression now. Raises NotExecutable."""
        return evaluate(term, self.env)

    def block(self, statements: tuple[Stmt, ...]) -> _Flow:
        """Run statements until one makes control leave."""
        for statement in statements:
            self.fuel -= 1
            if self.fuel < 0:
                raise _Exhausted
            flow = self.step(statement)
            if flow is not None:
                return flow
        return None

    def step(self, statement: Stmt) -> _Flow:
        """Run one statement."""
        match statement:
            case Assign(var, value):
                self.env[var.name] = self.value(value)
            case Havoc(var):
                self.env.pop(var.name, None)
            case Assume(fact, why):
                self._assume(fact, why)
            case Check(site, goal):
                self._check(site, goal)
            case If(test, then, orelse):
                return self.block(then if self.value(test) else orelse)
            case Loop():
                return self.loop(statement)
            case Raise(exception, site, declared):
                return _Thrown(exception, site, declared)
            case Reraise():
                if not self.handling:
                    raise NotExecutable("a re-raise outside a handler")
                return self.handling[-1]
            case Return(value):
                return _Leaves("return", self.value(value))
            case Break():
                return _Leaves("break")
            case Continue():
                return _Leaves("continue")
            case Try():
                return self.attempt(statement)
            case Scope(result, body):
                return self.scope(result, body)
            case Stuck(reason):
                raise NotExecutable(reason)
        return None

    def _assume(self, fact: Expr, why: str) -> None:
        try:
            holds = self.value(fact)
        except NotExecutable:
            return  # It speaks of what is not known here; it is guaranteed, not tested.
        if not holds:
            if self.entering:
                raise _Refused(why)
            raise NotExecutable(f"the assumption is false: {why}")

    def _check(self, site: Site, goal: Expr) -> None:
        try:
            if not self.value(goal):
                self.failures.append(site)
        except NotExecutable:
            self.undecided.append(site)

    def scope(self, result: Var, body: tuple[Stmt, ...]) -> _Flow:
        """The body of an inlined call."""
        flow = self.block(body)
        if isinstance(flow, _Leaves) and flow.how == "return":
            self.env[result.name] = flow.value
            return None
        return flow

    def loop(self, loop: Loop) -> _Flow:
        """Rounds until the test fails (then the orelse) or control leaves."""
        begin = dict(self.env)
        while True:
            if self.watch is not None:
                self.watch(loop.id, begin, self.env)
            self.fuel -= 1
            if self.fuel < 0:
                raise _Exhausted
            flow = self.block(loop.head)
            if flow is None:
                if not self.value(loop.test):
                    return self.block(loop.orelse)
                flow = self.block(loop.body)
            if flow is None or flow == _Leaves("continue"):
                flow = self.block(loop.step)
            if flow == _Leaves("break"):
                return None
            if flow is not None and flow != _Leaves("continue"):
                return flow

    def attempt(self, statement: Try) -> _Flow:
        """Python's try: handlers see the body's exceptions only, `final` sees every way out and may
        replace it.
        """
        flow = self.block(statement.body)
        if flow is None:
            flow = self.block(statement.orelse)
        elif isinstance(flow, _Thrown):
            flow = self.handle(statement, flow)
        return self.block(statement.final) or flow

    def handle(self, statement: Try, thrown: _Thrown) -> _Flow:
        """The first handler that names a superclass of the exception."""
        classes = self.ancestors.get(thrown.exception, (thrown.exception,))
        for handler in statement.handlers:
            if handler.exceptions is None or not set(handler.exceptions).isdisjoint(classes):
                self.handling.append(thrown)
                flow = self.block(handler.body)
                self.handling.pop()
                return flow
        return thrown


class _Refused(Exception):
    """An entry assumption is false of the inputs."""
