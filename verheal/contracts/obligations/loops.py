"""Loops: unrolled while the test is a known literal, otherwise by induction. Neither bounds a loop silently.

The induction is Floyd's (1967): the invariants hold on entry and are preserved by an arbitrary round, whose
variables are fresh symbolic constants; what the loop does not assign stays as it was.
"""
from __future__ import annotations

from dataclasses import dataclass, field

from verheal.contracts.core.expr import TRUE, Expr, Var
from verheal.contracts.core.heap import ALLOC
from verheal.contracts.core.stmt import Loop, Site
from verheal.contracts.core.types import BOOL, MapT
from verheal.contracts.obligations.candidates import measures, propose
from verheal.contracts.obligations.executor import Context, Executor
from verheal.contracts.obligations.instances import instantiated
from verheal.contracts.obligations.model import Hints, LoopReport
from verheal.contracts.obligations.outcome import Outcome, Thrown, Work
from verheal.contracts.obligations.places import places
from verheal.contracts.obligations.record import LemmaClaim
from verheal.contracts.obligations.rounds import (
    Round,
    asked,
    constant_addresses,
    distinct,
    handed,
    histories,
    moving,
    naming,
    quantities,
)
from verheal.contracts.obligations.state import State, join_all
from verheal.contracts.obligations.syntax import assigned, round_of
from verheal.contracts.obligations.taken import taken

NO_MEASURE = "no ranking function found"

PASSED = 4  # tests before a loop that may well hold in each round


@dataclass(frozen=True)
class Limits:
    """Bounds on unrolling; a loop beyond them is proved by induction."""

    rounds: int = 64
    endless_rounds: int = 8
    steps: int = 4_000
    terms: int = 60_000


@dataclass(frozen=True, eq=False)
class Loops:
    """The law of loops under given hints; `sites` names the termination obligation of each loop."""

    hints: Hints
    sites: dict[str, Site]
    limits: Limits = Limits()

    def law(self, run: Executor, loop: Loop, state: State, context: Context) -> Work:
        """Try to unroll; wind back and use induction where that does not end."""
        mark = run.record.mark()
        name = run.record.instance(loop.id)
        site = self.sites.get(loop.id) if context.claims else None
        begin = state.fork()
        unrolled = yield self._unrolled(run, loop, state.fork(), context)
        failed = isinstance(unrolled, Failed)
        if failed:
            run.record.wind_back(mark)
        if site is not None:
            run.record.reached.append(site)
        if not failed:
            run.record.reports.append(LoopReport(name, loop.line, (), (), (), True))
            return unrolled
        return (yield Induction(self, run, loop, run.record.instance(loop.id), site, context).work(begin))

    def _unrolled(self, run: Executor, loop: Loop, state: State, context: Context) -> Work:
        out, exits, breaks = Outcome(), list[State](), list[State]()
        steps, size = run.record.steps + self.limits.steps, run.terms.size + self.limits.terms
        rounds = self.limits.endless_rounds if loop.test == run.terms.true else self.limits.rounds
        current: State | None = state
        while current is not None:
            if rounds < 0 or run.record.steps > steps or run.terms.size > size:
                return Failed()
            rounds -= 1
            head = yield run.block(loop.head, current, context)
            out.jumps(head)
            if head.normal is None:
                break
            test = head.normal.value(run.terms, loop.test)
            if test is run.terms.false:
                exits.append(head.normal)
                break
            if test is not run.terms.true:
                return Failed()
            body = yield run.block(loop.body, head.normal, context)
            back = _way_back(run, body)
            breaks += body.breaks
            body.breaks, body.continues = [], []
            out.jumps(body)
            current = None
            if back is not None:
                step = yield run.block(loop.step, back, context)
                out.jumps(step)
                current = step.normal
        return (yield after(run, loop, out, exits, breaks, context))


class Failed(Outcome):
    """The unrolling did not come to an end."""


def _way_back(run: Executor, body: Outcome) -> State | None:
    ways = ([body.normal] if body.normal is not None else []) + body.continues
    return join_all(run.terms, ways)


def after(
    run: Executor, loop: Loop, out: Outcome, exits: list[State], breaks: list[State], context: Context
) -> Work:
    """A failed test runs `orelse`, a break does not; both go on behind the loop."""
    left = join_all(run.terms, exits)
    ends = list(breaks)
    if left is not None:
        orelse = yield run.block(loop.orelse, left, context)
        out.jumps(orelse)
        ends = ([orelse.normal] if orelse.normal is not None else []) + ends
    out.normal = join_all(run.terms, ends)
    return out


@dataclass(eq=False)
class Seen:
    """What the guesses are made of: the states of one round and the conditions met in it."""

    begin: State
    top: State
    made: int
    test: Expr = TRUE
    back: State | None = None
    conds: list[Expr] = field(default_factory=list)

    def notice(self, body: Outcome) -> None:
        """Keep the conditions on every way through the body, failures of Python's own apart."""
        raised = [item.state for item in body.raises if not _is_failure(item)]
        normal = [body.normal] if body.normal is not None else []
        for state in (*normal, *body.continues, *body.breaks, *(r.state for r in body.returns), *raised):
            self.conds += state.path.since(self.top.path)

    def round(self, run: Executor, loop: Loop) -> Round | None:
        """The round as terms; None when no run comes back to the top."""
        if self.back is None:
            return None
        terms, back = run.terms, self.back
        values = self.begin.env.known()
        changed = assigned(*round_of(loop))
        tops = {var: self.top.read(terms, var) for var in changed}
        begins = {var: values[var] for var in changed if var in values}
        variables = {
            var: moving(terms, tops[var], value, back.read(terms, var)) for var, value in begins.items()
        }
        conds = tuple(dict.fromkeys(self.conds))
        # What only the next value is made of, such as a running total, is read too.
        backs = (item.back for item in variables.values())
        variables, twins = distinct(terms, variables, (self.test, *conds, *backs))
        unchanged = ((var, value) for var, value in values.items() if var not in tops)
        names = naming(tops, begins, unchanged)
        fresh = frozenset(run.record.created[self.made :])
        alloc = self.begin.read(terms, ALLOC)
        before = self.begin.path.latest(PASSED)
        within = {table: found for table, found in run.record.stored.items() if table in fresh}
        return Round(terms, variables, fresh, self.test, conds, alloc, names, before, twins, within, frozenset(values))


def _is_failure(item: Thrown) -> bool:
    sites = [origin.site for origin in item.origins]
    return all(site is not None and site.kind.startswith("safety:") for site in sites)


@dataclass(frozen=True, eq=False)
class Induction:
    """One arbitrary round of a loop."""

    loops: Loops
    run: Executor
    loop: Loop
    name: str
    site: Site | None
    context: Context

    def work(self, state: State) -> Work:
        """Base lemmas, an arbitrary round with its claims, step lemmas, and what comes behind."""
        run, loop = self.run, self.loop
        used = self._used()
        begin = state.fork()
        for candidate in used:
            self._lemma("base", candidate, begin, begin)
        made = len(run.record.created)
        for var in assigned(*round_of(loop)):
            state.env.put(var, run.record.fresh(var.name, var.type))
        for candidate in used:
            run.record.learn(state, self._at(candidate, state, begin), loop=self.name)
        slot = len(run.record.reports)
        run.record.reports.append(LoopReport(self.name, loop.line, (), (), used, False))
        top = state.fork()
        head = yield run.block(loop.head, state, self.context)
        out = Outcome()
        out.jumps(head)
        if head.normal is None:
            return out
        seen = Seen(begin, top, made)
        ended = yield self._round(used, seen, head.normal, out)
        run.record.reports[slot] = self._report(used, seen)
        return ended

    def _round(self, used: tuple[Expr, ...], seen: Seen, state: State, out: Outcome) -> Work:
        run, loop = self.run, self.loop
        test = seen.test = state.value(run.terms, loop.test)
        exits = [] if test is run.terms.true else [state.fork().under(run.terms.negate(test))]
        breaks: list[State] = []
        if test is not run.terms.false:
            body = yield run.block(loop.body, state.under(test), self.context)
            seen.notice(body)
            back = _way_back(run, body)
            breaks, body.breaks, body.continues = body.breaks, [], []
            out.jumps(body)
            if back is not None:
                step = yield run.block(loop.step, back, self.context)
                out.jumps(step)
                seen.back = step.normal.fork() if step.normal is not None else None
                self._close(used, seen.begin, seen.top, step.normal)
        return (yield after(run, loop, out, exits, breaks, self.context))

    def _report(self, used: tuple[Expr, ...], seen: Seen) -> LoopReport:
        found = seen.round(self.run, self.loop)
        written = self.loop.candidates
        if found is None:
            return LoopReport(self.name, self.loop.line, written, (), used, False)
        for item in found.variables.values():
            if isinstance(item.top.type, MapT):
                self.run.record.stored[item.top] = tuple(constant_addresses(found, item))
        ranks = () if self.name in self.loops.hints.measures else measures(found)
        if self.name in self.loops.hints.invariants:  # they were guessed before
            return LoopReport(self.name, self.loop.line, (), ranks, used, False)
        changed, still = quantities(found)
        moving, steady = (tuple(map(found.abstract, part)) for part in (changed, still))
        guesses = propose(found, written)
        tops = tuple(item.top for item in found.variables.values())
        return LoopReport(
            self.name, self.loop.line, guesses, ranks, used, False, moving, steady, found.names, *histories(found),
            tops, handed(found), asked(found), taken(found), *places(found, changed), found.scope,
        )  # fmt: skip

    def _close(self, used: tuple[Expr, ...], begin: State, top: State, back: State | None) -> None:
        """The way back to the top: invariants are preserved and the measure has gone down."""
        if back is None:
            return
        for candidate in used:
            self._lemma("step", candidate, back, begin)
        if self.site is None:
            return
        measure = self._measure()
        if not measure:
            self.run.record.taint(back, NO_MEASURE)
            self.run.record.claim(self.site, back, self.run.terms.false)
            return
        self.run.record.claim(self.site, back, self._decrease(measure, begin, top, back))

    def _decrease(self, measure: tuple[Expr, ...], begin: State, top: State, back: State) -> Expr:
        """Lexicographic: some component was >= 0 and is now smaller, those before it are as they were."""
        terms = self.run.terms
        goal = terms.false
        for part in reversed(measure):
            old, new = self._at(part, top, begin), self._at(part, back, begin)
            bounded = terms.make("int.le", (terms.number(0), old), BOOL)
            smaller = terms.make("int.lt", (new, old), BOOL)
            goal = terms.disj((terms.conj((bounded, smaller)), terms.conj((terms.eq(new, old), goal))))
        return goal

    def _measure(self) -> tuple[Expr, ...]:
        hinted = self.loops.hints.measures
        found = hinted.get(self.name) or hinted.get(self.loop.id)
        return found or ((self.loop.measure,) if self.loop.measure is not None else ())

    def _used(self) -> tuple[Expr, ...]:
        hinted = self.loops.hints.invariants
        return tuple(hinted.get(self.name, hinted.get(self.loop.id, ())))

    def _lemma(self, phase: str, candidate: Expr, state: State, begin: State) -> None:
        terms = self.run.terms
        shown = instantiated(terms, self._at(candidate, state, begin))
        term = terms.implies(state.path.term(terms), shown)
        self.run.record.lemmas.append(LemmaClaim(self.name, phase, candidate, term, state.facts))

    def _at(self, expr: Expr, state: State, begin: State) -> Expr:
        """The expression at a point of the loop, with `entry(v)` read in the state that entered it."""
        terms = self.run.terms

        def leaf(var: Var) -> Expr:
            if var.name.startswith("entry(") and var.name.endswith(")"):
                return begin.read(terms, Var(var.name[6:-1], var.type))
            return state.read(terms, var)

        return terms.rewrite(expr, leaf)

