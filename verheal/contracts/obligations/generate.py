"""From a core function to its obligations."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from verheal.contracts.core.expr import App, Expr, Var
from verheal.contracts.core.heap import ALLOC
from verheal.contracts.core.stmt import Function, Site
from verheal.contracts.obligations import escapes
from verheal.contracts.obligations.executor import Context, Executor
from verheal.contracts.obligations.loops import Limits, Loops
from verheal.contracts.obligations.model import Generated, Hints, Lemma, Obligation, Sequent
from verheal.contracts.obligations.outcome import Outcome, by_class, merged_returns, run
from verheal.contracts.obligations.record import Claim, Record, bits
from verheal.contracts.obligations.simplify import Terms
from verheal.contracts.obligations.state import Path, State, join, root
from verheal.contracts.obligations.syntax import loops

_LIMITS = Limits()


def generate(function: Function, hints: Hints | None = None, limits: Limits = _LIMITS) -> Generated:
    """Every obligation of the function, under the invariants and measures that the hints name.

    Deterministic; never raises on a well-formed program. Raises ValueError on a `Reraise` outside a handler.
    """
    terms = Terms()
    record = Record(terms)
    termination = _termination_sites(function)
    law = Loops(hints or Hints(), termination, limits)
    executor = Executor(terms, record, function, law.law)
    _execute(executor)
    return _Assembly(function, record, tuple(termination.values())).result()


def _termination_sites(function: Function) -> dict[str, Site]:
    sites: dict[str, Site] = {}
    for loop in loops(function.body):
        if loop.id not in sites:
            text = f"loop at {len(sites) + 1}"
            sites[loop.id] = Site("termination", text, loop.line, loop.line)
    return sites


def _execute(executor: Executor) -> None:
    """entry, then body, then `exit` on what returns and `unwind` on what raises."""
    terms, record, function = executor.terms, executor.record, executor.function
    entered = run(executor.block(function.entry, _start(executor), Context(claims=False, body=False))).normal
    if entered is None:
        return
    start = State(Path(None, terms.true, 0), entered.env, entered.facts, entered.taints)
    record.learn(start, entered.path.term(terms))
    terms.older = frozenset(_allocated(terms, record, start))
    ended = run(executor.block(function.body, start, Context()))
    escapes.claim_body(record, function, executor.classes, ended.raises)
    returned = _returned(executor, ended)
    outside = Context(body=False)
    if returned is not None:
        closing = run(executor.block(function.exit, returned, outside))
        escapes.claim_clause(record, closing.raises)
    if function.unwind:
        for thrown in by_class(terms, ended.raises):
            closing = run(executor.block(function.unwind, thrown.state.fork(), outside))
            escapes.claim_clause(record, closing.raises)


def _allocated(terms: Terms, record: Record, start: State) -> Iterable[Expr]:
    """The inputs that are known to be addresses in use: whatever is allocated from now on lies elsewhere."""
    alloc = terms.intern(ALLOC)
    for fact in (record.facts[index].term for index in bits(start.facts)):
        for part in fact.args if isinstance(fact, App) and fact.op == "and" else (fact,):
            match part:
                case App("int.lt", (Var() as address, bound)) if bound is alloc:
                    yield address
                case _:
                    pass


def _start(executor: Executor) -> State:
    """The inputs are their own symbolic constants."""
    terms, function = executor.terms, executor.function
    return root(terms, {var: terms.intern(var) for var in (*function.params, *function.inputs)})


def _returned(executor: Executor, ended: Outcome) -> State | None:
    returned = merged_returns(executor.terms, ended.returns)
    if returned is None:
        return ended.normal
    state = returned.state
    state.env.put(executor.function.result, returned.value)
    return join(executor.terms, state, ended.normal)


@dataclass(eq=False)
class _Assembly:
    """Puts claims together into obligations."""

    function: Function
    record: Record
    termination: tuple[Site, ...]
    _lemmas: dict[frozenset[str], tuple[Sequent, ...]] = field(default_factory=dict)
    _sequents: dict[int, Sequent] = field(default_factory=dict)

    @cached_property
    def _telling(self) -> int:
        """The facts that come from elsewhere, as a mask: few of very many."""
        return sum(1 << index for index, fact in enumerate(self.record.facts) if fact.rests_on or fact.loop)

    @cached_property
    def _types(self) -> frozenset[str]:
        """Whose types are taken for granted: what only values of other types would raise is no branch of the core."""
        return frozenset(name for fact in self.record.facts for name in fact.rests_on if name.endswith("|type"))

    def result(self) -> Generated:
        record = self.record
        whole = escapes.raises_site(self.function)
        seen = (site for site in record.reached if site.kind != "raises")
        claimed = (claim.site for claim in record.claims)
        one = _united((*self.function.sites, *self.termination, whole, *seen, *claimed))
        by_site: dict[Site, list[Claim]] = {}
        for claim in record.claims:
            by_site.setdefault(one[claim.site], []).append(claim)
        reached = {one.get(site, site) for site in (whole, *record.reached)}
        sites = dict.fromkeys(one.values())
        ids = _ids(self.function.id, sites)
        obligations = (
            self._obligation(ids[site], site, by_site.get(site, []), site in reached)
            for site in sorted(sites, key=_position)
        )
        lemmas = tuple(
            Lemma(item.loop, item.phase, item.candidate, self._lemma_sequent(number))
            for number, item in enumerate(record.lemmas)
        )
        return Generated(tuple(obligations), lemmas, self.function.inputs, tuple(record.reports))

    def _obligation(self, name: str, site: Site, claims: list[Claim], reached: bool) -> Obligation:
        facts = taints = 0
        for claim in claims:
            facts |= claim.facts
            taints |= claim.taints
        loops_used, lemma_sequents, rests_on = self._closure(facts)
        if not claims or site.kind == "raises":
            rests_on = tuple(sorted({*rests_on, *self._types}))
        reasons = ((site.needs,) if site.needs else ()) + tuple(self.record.taints[i] for i in bits(taints))
        return Obligation(
            name, self.function.id, site, self._sequent(claims), lemma_sequents, reasons, rests_on,
            not reached, loops_used,
        )

    def _sequent(self, claims: list[Claim]) -> Sequent:
        """Claims of one site: all their goals, each from the facts that were known when it arose."""
        terms = self.record.terms
        if not claims:
            return Sequent((), terms.true)
        together = all(claim.final for claim in claims)
        shared = claims[0].facts
        for claim in claims:
            shared = shared | claim.facts if together else shared & claim.facts
        goals = []
        for claim in claims:
            private = self._facts(claim.facts & ~shared)
            goals.append(terms.implies(terms.conj(private), claim.term))
        return Sequent(self._facts(shared), terms.conj(goals))

    def _facts(self, mask: int) -> tuple[Expr, ...]:
        true = self.record.terms.true
        found = (self.record.facts[index].term for index in bits(mask))
        return tuple(dict.fromkeys(term for term in found if term is not true))

    def _lemma_sequent(self, number: int) -> Sequent:
        if number not in self._sequents:
            item = self.record.lemmas[number]
            self._sequents[number] = Sequent(self._facts(item.facts), item.term)
        return self._sequents[number]

    def _closure(self, facts: int) -> tuple[tuple[str, ...], tuple[Sequent, ...], tuple[str, ...]]:
        """(loops whose invariants are used, their lemmas, other functions' obligations), transitively."""
        used: dict[str, None] = {}
        rests_on: dict[str, None] = {}
        pending = [facts]
        while pending:
            for index in bits(pending.pop() & self._telling):
                fact = self.record.facts[index]
                rests_on.update(dict.fromkeys(fact.rests_on))
                if fact.loop and fact.loop not in used:
                    used[fact.loop] = None
                    pending += [item.facts for item in self.record.lemmas if item.loop == fact.loop]
        key = frozenset(used)
        if key not in self._lemmas:
            chosen = (n for n, item in enumerate(self.record.lemmas) if item.loop in key)
            self._lemmas[key] = tuple(self._lemma_sequent(number) for number in chosen)
        return tuple(sorted(used)), self._lemmas[key], tuple(sorted(rests_on))


def _united(sites: Iterable[Site]) -> dict[Site, Site]:
    """The one site that stands for all at its place: what some way to it needs, it needs.

    A run that fails there does not tell by which way it came, so they are one obligation.
    """
    first: dict[Site, Site] = {}
    every = dict.fromkeys(sites)
    for site in sorted(every, key=lambda site: (not site.needs, *_position(site))):
        first.setdefault(replace(site, needs=""), site)
    return {site: first[replace(site, needs="")] for site in every}


def _position(site: Site) -> tuple[int, int, int, str, str, str]:
    return (site.line, site.column, site.end_line, site.kind, site.text, site.needs)


def _ids(function: str, sites: Iterable[Site]) -> dict[Site, str]:
    """qualname|kind|text|ordinal among sites of equal kind and text, by source position."""
    counts: dict[tuple[str, str], int] = {}
    ids: dict[Site, str] = {}
    for site in sorted(sites, key=_position):
        key = (site.kind, site.text)
        counts[key] = counts.get(key, 0) + 1
        ids[site] = f"{function}|{site.kind}|{site.text}|{counts[key]}"
    return ids
