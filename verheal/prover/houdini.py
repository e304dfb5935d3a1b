"""Invariants by elimination, after Houdini (Flanagan and Leino 2001): all candidates, less those that fail.

The greatest inductive subset of the candidates is what is left. Answers of the solver only steer: the
lemmas of what is kept are proved again as part of every obligation that uses them.
"""
from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from verheal.contracts.core.evaluate import evaluate
from verheal.contracts.core.expr import TRUE, App, Expr
from verheal.contracts.core.types import BOOL
from verheal.contracts.core.values import NotExecutable
from verheal.contracts.obligations.model import Generated, Hints, Lemma, LoopReport, Sequent

# Batches of lemmas that are refuted time and again are split instead.
MOST_MODELS = 6


@dataclass(frozen=True)
class Solved:
    """`proved`, or the values of a counter-model by variable name, or neither."""

    proved: bool
    counter: Mapping[str, object] | None = None


Generate = Callable[[Hints], Generated]
Solve = Callable[[Sequent], Solved]


def infer(generate: Generate, solve: Solve, *, calls: int = 600) -> Hints:
    """The candidates of the loops that are inductive together. `calls` bounds the questions to the solver.

    When they run out no invariants are returned: what was not checked to its end would only cost time.
    """
    budget = _Budget(solve, calls)
    seen = generate(Hints())
    kept: dict[str, tuple[Expr, ...]] = {}
    try:
        while True:
            fresh = {report.id: report.candidates for report in _inductive(seen) if report.id not in kept}
            if fresh:
                kept |= fresh
                seen = generate(Hints(kept))
                continue
            fallen = _fallen(seen, budget)
            if not fallen:
                return Hints(kept)
            kept = {
                loop: tuple(candidate for candidate in candidates if (loop, candidate) not in fallen)
                for loop, candidates in kept.items()
            }
            seen = generate(Hints(kept))
    except _Spent:
        return Hints()


def rank(generate: Generate, solve: Solve, hints: Hints, *, calls: int = 100) -> Hints:
    """The hints with a measure for each loop whose termination some candidate measure proves."""
    budget = _Budget(solve, calls)
    measures = dict(hints.measures)
    reports = [report for report in _inductive(generate(hints)) if report.measures]
    tried = 0
    try:
        while open_loops := [r for r in reports if r.id not in measures and tried < len(r.measures)]:
            guess = {report.id: report.measures[tried] for report in open_loops}
            made = generate(Hints(hints.invariants, {**measures, **guess}))
            for report in open_loops:
                claims = [
                    item.sequent for item in made.obligations
                    if item.site.kind == "termination" and item.site.line == report.line
                ]
                if claims and all(budget.proved(claim) for claim in claims):
                    measures[report.id] = guess[report.id]
            tried += 1
    except _Spent:
        pass
    return Hints(hints.invariants, measures)


def _inductive(seen: Generated) -> list[LoopReport]:
    return [report for report in seen.loops if not report.unrolled]


class _Spent(Exception):
    """No question is left."""


@dataclass
class _Budget:
    """The solver, with a bound on questions; what was asked before is remembered."""

    solve: Solve
    calls: int
    known: dict[tuple[tuple[Expr, ...], Expr], Solved] = field(default_factory=dict)

    def ask(self, sequent: Sequent) -> Solved:
        key = (sequent.assumptions, sequent.goal)
        if sequent.goal == TRUE:
            return Solved(True)
        if key not in self.known:
            if self.calls <= 0:
                raise _Spent
            self.calls -= 1
            self.known[key] = self.solve(sequent)
        return self.known[key]

    def proved(self, sequent: Sequent) -> bool:
        return self.ask(sequent).proved


def _fallen(seen: Generated, budget: _Budget) -> set[tuple[str, Expr]]:
    """Candidates with a lemma that is not proved: of the base lemmas, and only if all hold, of the step
    lemmas.

    A step that is shown from candidates that do not hold on entry would be asked again.
    """
    for phase in ("base", "step"):
        fallen: set[tuple[str, Expr]] = set()
        groups: dict[tuple[str, tuple[Expr, ...]], list[Lemma]] = {}
        for lemma in seen.lemmas:
            if lemma.phase == phase:
                groups.setdefault((lemma.loop, lemma.sequent.assumptions), []).append(lemma)
        for group in groups.values():
            fallen |= {(lemma.loop, lemma.candidate) for lemma in _failing(group, budget)}
        if fallen:
            return fallen
    return set()


def _failing(group: list[Lemma], budget: _Budget) -> list[Lemma]:
    """The lemmas of one group (equal assumptions) that are not proved: together first, then one by one."""
    rest = list(group)
    failing: list[Lemma] = []
    for _ in range(MOST_MODELS):
        if not rest:
            return failing
        answer = budget.ask(_together(rest))
        if answer.proved:
            return failing
        false = _falsified(rest, answer.counter)
        if not false:
            break
        failing += false
        rest = [lemma for lemma in rest if lemma not in false]
    return failing + [lemma for lemma in rest if not budget.proved(lemma.sequent)]


def _together(lemmas: list[Lemma]) -> Sequent:
    goals = tuple(dict.fromkeys(lemma.sequent.goal for lemma in lemmas))
    goal = goals[0] if len(goals) == 1 else App("and", goals, BOOL)
    return Sequent(lemmas[0].sequent.assumptions, goal)


def _falsified(lemmas: list[Lemma], counter: Mapping[str, object] | None) -> list[Lemma]:
    """The lemmas that are false under a counter-model. The model may be wrong: then a candidate is lost,
    no more.
    """
    if counter is None:
        return []
    false: list[Lemma] = []
    for lemma in lemmas:
        try:
            holds = evaluate(lemma.sequent.goal, counter)
        except (NotExecutable, AssertionError, TypeError):
            continue
        if not holds:
            false.append(lemma)
    return false


def z3_oracle(rlimit: int = 400_000, seed: int = 0, cpu_seconds: float = 3.0) -> Solve:
    """z3 in this process as the solver, with counter-models."""
    from verheal.contracts.smt.printer import Unprintable, render
    from verheal.prover.backends.z3_backend import solve
    from verheal.prover.calls import GiveUp
    from verheal.prover.decode import values_of

    def ask(sequent: Sequent) -> Solved:
        try:
            printed = render(sequent.assumptions, sequent.goal, slice=True)
        except Unprintable:
            return Solved(False)
        answer = solve(printed.text, rlimit, seed, want_model=True, cpu_seconds=cpu_seconds)
        if answer.model is None:
            return Solved(answer.transcript.answer == "unsat")
        try:
            variables = tuple(var for _, var in printed.names)
            return Solved(False, values_of(answer.model, printed.names, variables))
        except GiveUp:
            return Solved(False)

    return ask
