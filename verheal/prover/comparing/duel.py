"""Runs both versions on the same inputs and looks for one on which they differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from random import Random

from verheal.prover.clock import Clock
from verheal.prover.comparing.endings import Ending, differ, ending_of, hidden, overflows, told
from verheal.prover.comparing.guessing import Guess, of_wrong_type
from verheal.prover.comparing.task import Difference
from verheal.prover.comparing.translating import Translation
from verheal.prover.comparing.variants import variants
from verheal.prover.executing import LOOK_CPU, Recorder
from verheal.prover.run.edits import simpler
from verheal.prover.run.failures import satisfied
from verheal.prover.run.job import Job, ModuleRef, Record
from verheal.prover.run.replay import HASH_SEEDS
from verheal.prover.run.scopes import Scope
from verheal.prover.run.search import SearchReport, new_calls
from verheal.prover.run.values import Unsupported

BATCH = 100
MOST_CANDIDATES, ROUNDS = 40, 15  # of shrinking
MORE = 6  # times as many runs of what may depend on the world
MOST_CONFIRMED = 6  # differing calls of one batch that are run anew


@dataclass(frozen=True, order=True)
class Seen:
    """A call that ended differently; those come first that show it in what is returned or raised, and are short."""

    hidden: int
    length: int
    call: str


@dataclass(frozen=True)
class Version:
    """One version of the function as something to run."""

    runner: Recorder
    module: ModuleRef
    job: Job

    def run(self, calls: Iterable[str], hash_seed: int = 0, call_cpu: float | None = None) -> list[Record]:
        """One record a call, all of them made in one process where nothing stops it."""
        limits = self.runner.limits if call_cpu is None else replace(self.runner.limits, call_cpu=call_cpu)
        runner = replace(self.runner, limits=limits)
        return runner.run(self.module, [replace(self.job, call=call) for call in calls], hash_seed)


@dataclass
class Duel:
    """`before` also judges the inputs; `plain` is the same version, run exactly as `after` is.

    `agreed` calls ended alike so far. `problem` is what keeps a version from being run at all; `deep` is a call for
    which the stack of one version has no room: how deep that goes is no behaviour; `unsteady` is one that does not do
    the same every time. `wild`: they may ask the world, and are run more often before anything is said.
    """

    before: Version
    plain: Version
    after: Version
    guesses: tuple[Guess, ...]
    scope: Scope
    translation: Translation
    clock: Clock
    agreed: int = 0
    problem: str = ""
    deep: str = ""
    wild: bool = False
    unsteady: str = ""
    seen: set[str] = field(default_factory=set)
    reaching: list[str] = field(default_factory=list)
    tried: int = 0

    @property
    def untyped(self) -> tuple[str, ...]:
        """The parameters whose types are guessed."""
        return self.guesses[0].names if self.guesses else ()

    def search(self, calls: int, seed: int = 0, share: float = 1.0) -> Difference | None:
        """Made-up inputs, at most so many calls and that share of the time that is left."""
        random = Random(f"{self.before.job.function}:{seed}")
        until = self.clock.left() * (1 - share)
        if not self.guesses:
            self.problem = self.problem or "no types were found for what has no annotation"
        target = self.tried + calls
        while self.tried < target and not self.problem and self.clock.left() > until:
            report = SearchReport(tried=self.tried, reaching=tuple(self.reaching[-200:]))
            wanted = min(BATCH, target - self.tried)
            shape = self.guesses[self.tried // BATCH % len(self.guesses)].shape
            try:
                made = list(new_calls(shape, self.scope, random, report, wanted, target, self.seen, strict=True))
            except Unsupported as reason:
                self.problem = f"no value of `{reason}` could be made up to run them with"
                return None
            if not made:
                return None
            self.tried += len(made)
            found = self.decide([*made, *variants(made, random)])
            if found is not None:
                return found
        return None

    def decide(self, calls: Sequence[str]) -> Difference | None:
        """The simplest difference that one of the calls leads to, run anew under two hash seeds."""
        for seen in sorted(self.differing(calls))[:MOST_CONFIRMED]:
            confirmed = self.confirmed(seen.call)
            if confirmed is not None:
                return self.smaller(confirmed)
        return None

    def differing(self, calls: Sequence[str]) -> list[Seen]:
        """Those of the calls whose inputs count and that do not end alike."""
        records = self.before.run(calls, call_cpu=LOOK_CPU) if calls else []
        self._look_for_problem(records, "before")
        counted = [(r["call"], e) for r in records if satisfied(r) and (e := ending_of(r)) is not None]
        pairs = [(call, other, ending) for call, ending in counted if (other := self.translation.of(call)) is not None]
        if not pairs or self.problem:
            return []
        answers = self.after.run([other for _, other, _ in pairs], call_cpu=LOOK_CPU)
        self._look_for_problem(answers, "after")
        found = []
        for (call, _, ending), answer in zip(pairs, answers, strict=True):
            its = ending_of(answer)
            if its is None:
                continue
            if overflows(ending, its):
                self.deep = self.deep or call
                continue
            self.reaching.append(call)
            if self.untyped and (of_wrong_type(ending) or of_wrong_type(its)):
                continue
            if differ(ending, its):
                found.append(Seen(hidden(ending, its), len(call), call))
            else:
                self.agreed += 1
        return found

    def confirmed(self, call: str) -> Difference | None:
        """The difference, where both versions do what they do under every hash seed, in a fresh process each."""
        other = self.translation.of(call)
        if other is None:
            return None
        ones: list[Ending] = []
        others: list[Ending] = []
        for seed in HASH_SEEDS * (MORE if self.wild or self.unsteady else 1):
            (judged,) = self.before.run([call], seed)
            (record,) = self.plain.run([call], seed)
            (answer,) = self.after.run([other], seed)
            ending, its = ending_of(record), ending_of(answer)
            if not satisfied(judged) or ending is None or its is None or overflows(ending, its):
                return None
            if self.untyped and (of_wrong_type(ending) or of_wrong_type(its)):
                return None
            ones.append(ending)
            others.append(its)
        steady = not any(differ(ones[0], one) for one in ones) and not any(differ(others[0], one) for one in others)
        if not steady:
            self.unsteady = call
        if not steady or not all(differ(one, its) for one in ones for its in others):
            return None
        note = f"no annotation says what {', '.join(self.untyped)} may be" if self.untyped else ""
        return Difference(call, *told(ones[0], others[0]), note)

    def smaller(self, found: Difference) -> Difference:
        """A simpler call on which they differ too, by greedy descent."""
        tried = {found.call}
        best = found.call
        rank = max((seen.hidden for seen in self.differing([best])), default=2)
        for _ in range(ROUNDS):
            if self.clock.left() <= 0:
                break
            candidates = [c for c in dict.fromkeys(islice(simpler(best), MOST_CANDIDATES * 3)) if c not in tried]
            candidates = candidates[:MOST_CANDIDATES]
            tried.update(candidates)
            differing = [seen for seen in self.differing(candidates) if seen.hidden <= rank]
            if not differing:
                break
            best, rank = min(differing).call, min(differing).hidden
        return (self.confirmed(best) if best != found.call else None) or found

    def _look_for_problem(self, records: Sequence[Record], which: str) -> None:
        unusable = [r for r in records if r["outcome"].startswith("import_") or r["outcome"] == "not_found"]
        if records and all(record["outcome"] == "lost" for record in records):
            self.problem = f"the box to run the version {which} in did not work"
        elif unusable:
            self.problem = _why(unusable[0], which)


def _why(record: Record, which: str) -> str:
    if record["outcome"] == "not_found":
        return f"the function is not there when the module {which} has been imported"
    error = record.get("exception") or {}
    said = str(error.get("type") or record["outcome"].removeprefix("import_"))
    message = " ".join(str(error.get("message") or "").split())[:120]
    return f"the module {which} cannot be imported: {said}" + (f": {message}" if message else "")
