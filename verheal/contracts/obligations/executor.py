"""Forward symbolic execution of statements; each arm of `_simple` and `_compound` carries its law.

States are merged where control flow joins, so the number of states does not grow with the number of branches.
"""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from verheal.contracts.core.stmt import (
    Assign,
    Assume,
    Break,
    Check,
    Continue,
    Function,
    Handler,
    Havoc,
    If,
    Loop,
    Raise,
    Reraise,
    Return,
    Scope,
    Stmt,
    Stuck,
    Try,
)
from verheal.contracts.core.types import BOOL
from verheal.contracts.obligations import exceptions
from verheal.contracts.obligations.outcome import (
    Origin,
    Outcome,
    Returned,
    Thrown,
    Work,
    by_class,
    merged_returns,
)
from verheal.contracts.obligations.record import Record
from verheal.contracts.obligations.simplify import Terms
from verheal.contracts.obligations.state import State, join, join_all


@dataclass(frozen=True, eq=False)
class Context:
    """Where a block stands: the exception being handled, and whether it belongs to the function's own body.

    Outside the body (`entry`, `exit`, `unwind`) what is not modelled does not split off an unknown exception:
    the clause is undecided by its taint, and no later clause may be excused by it. Entry claims nothing.
    """

    handling: Thrown | None = None
    claims: bool = True
    body: bool = True


LoopLaw = Callable[["Executor", Loop, State, Context], Work]


class Executor:
    """Runs blocks of one function; `loop_law` says how loops are dealt with."""

    def __init__(self, terms: Terms, record: Record, function: Function, loop_law: LoopLaw) -> None:
        self.terms = terms
        self.record = record
        self.function = function
        self.classes = dict(function.mro)
        self._loop_law = loop_law

    def block(self, stmts: tuple[Stmt, ...], state: State, context: Context) -> Work:
        """Run the statements one after the other, as long as some run comes through."""
        out = Outcome(normal=state)
        for stmt in stmts:
            if out.normal is None:
                break
            self.record.steps += 1
            if isinstance(stmt, If | Loop | Try | Scope):
                later = yield self._compound(stmt, out.normal, context)
                out.absorb(later)
            else:
                self._simple(stmt, out.normal, out, context)
        return out

    def _simple(self, stmt: Stmt, state: State, out: Outcome, context: Context) -> None:
        match stmt:
            case Assign(var, value):  # var is value, everything else as before
                state.env.put(var, state.value(self.terms, value))
            case Havoc(var):  # var is anything
                state.env.put(var, self.record.fresh(var.name, var.type))
            case Assume(fact, _, rests_on):  # runs that are here satisfy it; earlier checks do not profit
                self.record.learn(state, state.value(self.terms, fact), rests_on)
            case Check(site, goal):  # runs that are here must satisfy the goal; nothing is learnt
                if context.claims:
                    self.record.reached.append(site)
                    self.record.claim(site, state, state.value(self.terms, goal))
            case Raise(exception, site, declared):  # every run that is here leaves with this exception
                if context.claims:
                    self.record.reached.append(site)
                origin = Origin(site, declared, state.path.term(self.terms))
                out.raises.append(Thrown(exception, state, (origin,)))
                out.normal = None
            case Reraise():  # the exception being handled goes on from here, still from where it first came
                if context.handling is None:
                    raise ValueError("Reraise outside a handler")
                out.raises.append(replace(context.handling, state=state))
                out.normal = None
            case Return(value):  # leave the scope with the value
                out.returns.append(Returned(state, state.value(self.terms, value)))
                out.normal = None
            case Break():  # leave the loop
                out.breaks.append(state)
                out.normal = None
            case Continue():  # next round
                out.continues.append(state)
                out.normal = None
            case Stuck():  # anything may have happened to `changes`, and any exception may leave
                self._stuck(stmt, state, out, context)
            case _:
                raise TypeError(f"not a simple statement: {stmt!r}")

    def _stuck(self, stmt: Stuck, state: State, out: Outcome, context: Context) -> None:
        self.record.taint(state, stmt.reason)
        for var in stmt.changes:
            state.env.put(var, self.record.fresh(var.name, var.type))
        if not stmt.may_raise or not context.body:
            return
        raised = self.record.fresh("raised", BOOL)
        thrown = state.fork().under(raised)
        origin = Origin(None, False, thrown.path.term(self.terms))
        out.raises.append(Thrown(None, thrown, (origin,)))
        state.under(self.terms.negate(raised))

    def _compound(self, stmt: If | Loop | Try | Scope, state: State, context: Context) -> Work:
        match stmt:
            case If():  # the branch that the test chooses
                return self._branch(stmt, state, context)
            case Loop():  # rounds until the test fails: unrolled, or by induction
                return self._loop_law(self, stmt, state, context)
            case Try():  # handlers see what the body raises; `final` sees everything
                return self._try(stmt, state, context)
            case Scope():  # a return inside ends the scope, with its value in `result`
                return self._scope(stmt, state, context)

    def _branch(self, stmt: If, state: State, context: Context) -> Work:
        test = state.value(self.terms, stmt.test)
        negation = self.terms.negate(test)
        if test is self.terms.true or state.path.recently(test):
            return (yield self.block(stmt.then, state, context))
        if test is self.terms.false or state.path.recently(negation):
            return (yield self.block(stmt.orelse, state, context))
        then = yield self.block(stmt.then, state.fork().under(test), context)
        orelse = yield self.block(stmt.orelse, state.under(negation), context)
        out = Outcome(join(self.terms, then.normal, orelse.normal))
        out.jumps(then)
        out.jumps(orelse)
        return out

    def _scope(self, stmt: Scope, state: State, context: Context) -> Work:
        inner = yield self.block(stmt.body, state, context)
        returned = merged_returns(self.terms, inner.returns)
        inner.returns = []
        if returned is not None:
            after = returned.state
            after.env.put(stmt.result, returned.value)
            inner.normal = join(self.terms, after, inner.normal)
        return inner

    def _try(self, stmt: Try, state: State, context: Context) -> Work:
        out = yield self.block(stmt.body, state, context)
        raises, out.raises = out.raises, []
        if out.normal is not None:
            later = yield self.block(stmt.orelse, out.normal, context)
            out.absorb(later)
        if stmt.handlers:
            yield from self._handled(stmt.handlers, raises, out, context)
        else:
            out.raises = raises + out.raises
        if not stmt.final:
            return out
        return (yield self._final(stmt, out, context))

    def _handled(
        self, handlers: tuple[Handler, ...], raises: list[Thrown], out: Outcome, context: Context
    ) -> Work:
        """The first handler that matches takes the exception; what none takes goes on."""
        for thrown in by_class(self.terms, raises):
            going: Thrown | None = thrown
            for handler in handlers:
                if going is None:
                    break
                taken, going = exceptions.split(self.record, self.classes, handler, going)
                if taken is not None:
                    inside = replace(context, handling=taken)
                    ended = yield self.block(handler.body, taken.state.fork(), inside)
                    out.jumps(ended)
                    out.normal = join(self.terms, out.normal, ended.normal)
            if going is not None:
                out.raises.append(going)
        return out

    def _final(self, stmt: Try, ended: Outcome, context: Context) -> Work:
        """`final` runs once for each kind of way out; a jump or an exception in it replaces that way."""
        out = Outcome()
        if ended.normal is not None:
            out.absorb((yield self.block(stmt.final, ended.normal, context)))
        returned = merged_returns(self.terms, ended.returns)
        if returned is not None:
            after = yield self.block(stmt.final, returned.state, context)
            out.jumps(after)
            if after.normal is not None:
                out.returns.append(Returned(after.normal, returned.value))
        for states, collected in ((ended.breaks, out.breaks), (ended.continues, out.continues)):
            merged = join_all(self.terms, states)
            if merged is not None:
                after = yield self.block(stmt.final, merged, context)
                out.jumps(after)
                if after.normal is not None:
                    collected.append(after.normal)
        for thrown in by_class(self.terms, ended.raises):
            inside = replace(context, handling=thrown)
            after = yield self.block(stmt.final, thrown.state.fork(), inside)
            out.jumps(after)
            if after.normal is not None:
                out.raises.append(replace(thrown, state=after.normal))
        return out
