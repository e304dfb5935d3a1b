"""Invariants by elimination, after Houdini (Flanagan and Leino 2001): all candidates, less those that fail.

The greatest inductive subset of the candidates is what is left. Answers of the solver only steer: the
lemmas of what is kept are proved again as part of every obligation that uses them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from verheal.contracts.core.evaluate import evaluate
from verheal.contracts.core.expr import TRUE, App, Binder, Expr, children
from verheal.contracts.core.types import BOOL
from verheal.contracts.core.values import NotExecutable
from verheal.contracts.obligations.loops import NO_MEASURE
from verheal.contracts.obligations.model import FRAMED, Generated, Hints, Lemma, LoopReport, Sequent
from verheal.contracts.smt.numbers import STEPPING
from verheal.prover import arranging
from verheal.prover.leaning import lean, told

# Conjunctions of goals that are refuted time and again are split instead.
MOST_MODELS = 6
TURNS = 7


@dataclass(frozen=True)
class Solved:
    """`proved`, or the values of a counter-model by variable name, or neither."""

    proved: bool
    counter: Mapping[str, object] | None = None


Generate = Callable[[Hints], Generated]
Solve = Callable[[Sequent], Solved]
# The candidates of a loop that are worth asking about, others that are not among them included.
Sift = Callable[[LoopReport, Generated], tuple[Expr, ...]]
# Which of these goals follow from these assumptions, one by one.
Entails = Callable[[tuple[Expr, ...], tuple[Expr, ...]], tuple[bool, ...]]


def _all_of(report: LoopReport, seen: Generated) -> tuple[Expr, ...]:
    return report.candidates


def infer(
    generate: Generate,
    solve: Solve | None = None,
    *,
    calls: int = 600,
    many: Entails | None = None,
    sift: Sift = _all_of,
) -> Hints:
    """The candidates of the loops that are inductive together; unknown counts as failing.

    `many` answers for many goals at once (see `quick.entails`) and goes before `solve`. `calls` bounds
    questions to either. When they run out what was found by then is returned, and nothing that was not checked to
    its end: that would only cost time.
    """
    budget = _Budget(_answers(solve, many), calls)
    seen = generate(Hints())
    kept: dict[str, tuple[Expr, ...]] = {}
    first: dict[str, LoopReport] = {}
    try:
        while True:
            new = {report.id: report for report in _inductive(seen) if report.id not in kept}
            if new:
                kept |= {loop: sift(report, seen) for loop, report in new.items()}
                first |= new
                seen = generate(Hints(kept))
                continue
            if len(kept) > 1:  # what one loop needs of another is among the lemmas now
                more = {loop: sift(report, seen) for loop, report in first.items()}
                kept = {loop: tuple(dict.fromkeys((*found, *more[loop]))) for loop, found in kept.items()}
            return Hints(_confirmed(generate, _in_turns(generate, kept, budget), budget))
    except Spent:
        return Hints(budget.found)


def _in_turns(
    generate: Generate, found: Mapping[str, tuple[Expr, ...]], budget: _Budget
) -> Mapping[str, tuple[Expr, ...]]:
    """Plain candidates first, then quantified ones, then those of rows as a whole: each on what is known by then.

    What a set of candidates shows by itself, a greater set shows too, and no hard candidate wears out the solver
    while it is asked about an easy one. Plain ones that fall are tried again when harder ones are known.
    """
    proved: dict[str, tuple[Expr, ...]] = dict.fromkeys(found, ())
    fell: dict[str, tuple[Expr, ...]] = {}
    for turn in range(TURNS):
        chosen = {loop: tuple(c for c in candidates if _turn(c) == turn) for loop, candidates in found.items()}
        chosen = {loop: tuple(c for c in of if not told(c, set(proved[loop]))) for loop, of in chosen.items()}
        if not any(chosen.values()):
            continue
        if turn > 1 and _settled(generate(Hints(proved)), budget):
            break
        before, proved = proved, _grown(generate, proved, chosen, budget)
        if not turn:
            fell = {loop: tuple(c for c in chosen[loop] if c not in proved[loop]) for loop in found}
        elif any(fell.values()) and proved != before:
            proved, fell = _grown(generate, proved, fell, budget), {}
        budget.found = {loop: lean(candidates) for loop, candidates in proved.items()}
    return {loop: lean(candidates) for loop, candidates in proved.items()}


def _settled(made: Generated, budget: _Budget) -> bool:
    """Is all that is to be shown shown already? Harder candidates would only be in the way."""
    claims = [item.sequent for item in made.obligations if item.site.kind != "termination" and not item.site.needs]
    return bool(claims) and all(budget.entailed(claim.assumptions, (claim.goal,))[0] for claim in claims)


def _grown(
    generate: Generate,
    proved: Mapping[str, tuple[Expr, ...]],
    chosen: Mapping[str, tuple[Expr, ...]],
    budget: _Budget,
) -> dict[str, tuple[Expr, ...]]:
    """What is proved, and those of the chosen that are inductive with it."""
    kept = {loop: (*proved[loop], *chosen[loop]) for loop in proved}
    known = {(loop, candidate) for loop, candidates in proved.items() for candidate in candidates}
    while fallen := _fallen(generate(Hints(kept)), budget, known):
        kept = {loop: tuple(c for c in candidates if (loop, c) not in fallen) for loop, candidates in kept.items()}
    return kept


def _confirmed(
    generate: Generate, proved: Mapping[str, tuple[Expr, ...]], budget: _Budget
) -> Mapping[str, tuple[Expr, ...]]:
    """Without what was shown in passing only: in the end each lemma is a question of its own."""
    while True:
        steps = [lemma for lemma in generate(Hints(proved)).lemmas if lemma.phase == "step"]
        if not any(_turn(lemma.candidate) for lemma in steps):
            return proved
        plain = [item for item in steps if not _turn(item.candidate)]
        shown = budget.at_once(plain)
        open_ = [item for item in steps if _turn(item.candidate) or item not in shown]
        lost = {(item.loop, item.candidate) for item in open_ if not budget.alone(item.sequent)}
        if not lost:
            return proved
        known: set[tuple[str, Expr]] = set()
        while lost:
            proved = {loop: tuple(c for c in found if (loop, c) not in lost) for loop, found in proved.items()}
            lost = _fallen(generate(Hints(proved)), budget, known)


def _turn(candidate: Expr) -> int:
    """How hard it is on the solver: sums; ranges, powers and the like; ranges in which elements are compared with
    others; that for all there is one; how often each value occurs; rows as a whole; how often the elements of a row
    occur, each of which brings up others.
    """
    if arranging.same_counts(candidate):
        return TURNS - 3
    turn, stack, seen = 0, [(candidate, 0)], set[tuple[int, int]]()
    while stack:
        part, around = stack.pop()
        if (id(part), around) in seen:
            continue
        seen.add((id(part), around))
        if isinstance(part, App) and part.op.startswith(("seq.", "set.")):
            return TURNS - 1 if arranging.of_elements(part) else TURNS - 2
        if isinstance(part, App) and (part.op in STEPPING or part.op.startswith("float.")):
            turn = max(turn, 3 if isinstance(candidate, App) and candidate.op == "implies" else 1)
        if isinstance(part, Binder) and part.high not in FRAMED:
            compares = isinstance(part.body, Binder) or arranging.reads(part) > 1
            turn = max(turn, 3 if around == 2 else 2 if compares else 1)
            around = 1
        elif isinstance(part, App) and part.op == "not" and around:
            around = 2
        stack.extend((inner, around) for inner in children(part))
    return turn


def rank(
    generate: Generate,
    solve: Solve | None,
    hints: Hints,
    *,
    calls: int = 100,
    many: Entails | None = None,
) -> Hints:
    """The hints with a measure for each loop whose termination some candidate measure proves."""
    budget = _Budget(_answers(solve, many), calls)
    measures = dict(hints.measures)
    plain = generate(hints)
    tried = 0
    try:
        reports = [r for r in _inductive(plain) if r.measures and not _ends(plain, r, budget)]
        while waiting := [r for r in reports if r.id not in measures and tried < len(r.measures)]:
            guess = {report.id: report.measures[tried] for report in waiting}
            made = generate(Hints(hints.invariants, {**measures, **guess}))
            measures |= {report.id: guess[report.id] for report in waiting if _ends(made, report, budget)}
            tried += 1
    except Spent:
        pass
    return Hints(hints.invariants, measures)


def _ends(made: Generated, report: LoopReport, budget: _Budget) -> bool:
    """Whether the loop's measure is shown to go down, its own where no other was named."""
    claims = [item for item in made.obligations if item.site.kind == "termination" and item.site.line == report.line]
    known = claims and all(NO_MEASURE not in item.reasons for item in claims)
    return bool(known) and all(budget.entailed(i.sequent.assumptions, (i.sequent.goal,))[0] for i in claims)


def _inductive(seen: Generated) -> list[LoopReport]:
    return [report for report in seen.loops if not report.unrolled]


class Spent(Exception):
    """No question is left."""


class _Answers:
    """Questions asked so far, whoever answers them."""

    asked = 0

    def entailed(self, assumptions: tuple[Expr, ...], goals: tuple[Expr, ...]) -> tuple[bool, ...]:
        raise NotImplementedError


class _ManyAtOnce(_Answers):
    def __init__(self, many: Entails) -> None:
        self.many = many

    def entailed(self, assumptions: tuple[Expr, ...], goals: tuple[Expr, ...]) -> tuple[bool, ...]:
        self.asked += 1
        return self.many(assumptions, goals)


class _OneByOne(_Answers):
    """Conjunctions first; what a counter-model falsifies falls at once; what is left is asked goal by
    goal.
    """

    def __init__(self, solve: Solve) -> None:
        self.solve = solve

    def ask(self, assumptions: tuple[Expr, ...], goals: list[Expr]) -> Solved:
        self.asked += 1
        goal = goals[0] if len(goals) == 1 else App("and", tuple(goals), BOOL)
        return self.solve(Sequent(assumptions, goal))

    def entailed(self, assumptions: tuple[Expr, ...], goals: tuple[Expr, ...]) -> tuple[bool, ...]:
        rest = list(goals)
        for _ in range(MOST_MODELS):
            answer = self.ask(assumptions, rest)
            if answer.proved:
                return tuple(goal in rest for goal in goals)
            false = _falsified(rest, answer.counter)
            rest = [goal for goal in rest if goal not in false]
            if not rest:
                return tuple(False for _ in goals)
            if not false:
                break
        proved = {goal for goal in rest if len(goals) > 1 and self.ask(assumptions, [goal]).proved}
        return tuple(goal in proved for goal in goals)


def _answers(solve: Solve | None, many: Entails | None) -> _Answers:
    if many is not None:
        return _ManyAtOnce(many)
    if solve is None:
        raise ValueError("a solver is needed")
    return _OneByOne(solve)


@dataclass
class _Budget:
    """The solver, with a bound on questions; what was asked before is remembered, and what was `found` by it so far."""

    answers: _Answers
    calls: int
    known: dict[tuple[tuple[Expr, ...], Expr], bool] = field(default_factory=dict)
    found: Mapping[str, tuple[Expr, ...]] = field(default_factory=dict)

    def at_once(self, lemmas: list[Lemma]) -> list[Lemma]:
        """Those that the solver proves when it is asked about those with the same assumptions and no others."""
        groups: dict[tuple[Expr, ...], list[Lemma]] = {}
        for item in lemmas:
            groups.setdefault(item.sequent.assumptions, []).append(item)
        shown = [item for item in lemmas if item.sequent.goal == TRUE]
        for assumptions, group in groups.items():
            goals = tuple(dict.fromkeys(item.sequent.goal for item in group if item.sequent.goal != TRUE))
            held = dict(zip(goals, self.asked(assumptions, goals), strict=True)) if goals else {}
            shown += [item for item in group if held.get(item.sequent.goal)]
        return shown

    def asked(self, assumptions: tuple[Expr, ...], goals: tuple[Expr, ...]) -> tuple[bool, ...]:
        """The answers to a question that counts."""
        if self.answers.asked >= self.calls:
            raise Spent
        return self.answers.entailed(assumptions, goals)

    def alone(self, sequent: Sequent) -> bool:
        """Whether the solver proves it when it is asked nothing else."""
        return sequent.goal == TRUE or self.asked(sequent.assumptions, (sequent.goal,))[0]

    def entailed(self, assumptions: tuple[Expr, ...], goals: tuple[Expr, ...]) -> list[bool]:
        """For each goal, whether the solver proves it."""
        fresh = tuple(dict.fromkeys(g for g in goals if g != TRUE and (assumptions, g) not in self.known))
        if fresh:
            for goal, proved in zip(fresh, self.asked(assumptions, fresh), strict=True):
                self.known[assumptions, goal] = proved
        return [goal == TRUE or self.known[assumptions, goal] for goal in goals]


def _fallen(seen: Generated, budget: _Budget, known: set[tuple[str, Expr]]) -> set[tuple[str, Expr]]:
    """Candidates with a lemma that is not proved: of the base lemmas, and only if all hold, of the step
    lemmas.

    A step that is shown from candidates that do not hold on entry would be asked again.
    """
    for phase in ("base", "step"):
        fallen: set[tuple[str, Expr]] = set()
        groups: dict[tuple[Expr, ...], list[Lemma]] = {}
        for lemma in seen.lemmas:
            if lemma.phase == phase and (lemma.loop, lemma.candidate) not in known:
                groups.setdefault(lemma.sequent.assumptions, []).append(lemma)
        for assumptions, group in groups.items():
            answers = budget.entailed(assumptions, tuple(lemma.sequent.goal for lemma in group))
            fallen |= {(i.loop, i.candidate) for i, proved in zip(group, answers, strict=True) if not proved}
        if fallen:
            return fallen
    return set()


def _falsified(goals: list[Expr], counter: Mapping[str, object] | None) -> list[Expr]:
    """The goals that are false under a counter-model. The model may be wrong: then a candidate is lost, no
    more.
    """
    if counter is None:
        return []
    false: list[Expr] = []
    for goal in goals:
        try:
            holds = evaluate(goal, counter)
        except (NotExecutable, AssertionError, TypeError):
            continue
        if not holds:
            false.append(goal)
    return false
