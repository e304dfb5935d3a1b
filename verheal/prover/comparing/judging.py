"""One pair of functions, from source to an answer. Runs inside a worker process."""

from __future__ import annotations

import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from verheal.contracts.source.model import Function, Module
from verheal.lattice.levels import For
from verheal.prover.analysis import Bench
from verheal.prover.backends.crosshair_backend import START_CPU
from verheal.prover.clock import Clock
from verheal.prover.comparing.fight import Fight, fight
from verheal.prover.comparing.second import MOST_SECONDS, Opinion, crosshair
from verheal.prover.comparing.task import Difference, PairReport, PairTask, Same
from verheal.prover.outcome import Costs, Failure
from verheal.prover.places import where
from verheal.prover.relational import Sameness, Side, same
from verheal.prover.solving import Solving
from verheal.prover.witnesses import writer

FIRST, THEN = 400, 4000  # calls before and after the solver has been asked
LAST_SHARE = 0.5  # of the time that is left then
LEAST_SECONDS = 1.0  # for CrossHair: less is not worth its start


@dataclass
class Arena:
    """What a worker keeps from one pair to the next."""

    before: Bench
    after: Bench

    def close(self) -> None:
        """Ends the boxes that stay."""
        self.before.close()
        self.after.close()

    def boxes(self) -> float:
        """CPU seconds of those boxes so far."""
        return self.before.boxes() + self.after.boxes()


def judge(arena: Arena, task: PairTask) -> PairReport:
    """The report of one pair. Never raises but for KeyboardInterrupt and SystemExit."""
    clock = Clock(time.process_time(), arena.before.setting.budget, arena.boxes)
    try:
        report = _judged(arena, task, clock)
    except MemoryError:
        report = PairReport(task, failure=Failure("limit", "ran out of memory"))
    except RecursionError as error:
        report = PairReport(task, failure=Failure("limit", f"nested too deeply ({where(error)})"))
    except Exception as error:  # one bad pair never stops the run
        report = PairReport(task, failure=Failure("error", where(error)))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return replace(report, costs=report.costs.plus(Costs(cpu_seconds=clock.used(), peak_memory=peak)))


def _judged(arena: Arena, task: PairTask, clock: Clock) -> PairReport:
    if task.one_source:
        return PairReport(task, Same.EQUIVALENT, For.PROVED, task.one_source, by=("same source",))
    match = _Match(arena, task, clock)
    match.search(FIRST)
    match.prove()
    match.search(THEN, LAST_SHARE)
    match.ask_crosshair()
    return match.report()


@dataclass
class _Match:
    """One pair under way. Each step does nothing once the answer is known."""

    arena: Arena
    task: PairTask
    clock: Clock
    notes: list[str] = field(default_factory=list)
    found: Difference | None = None
    sameness: Sameness = field(default_factory=lambda: Sameness(None))
    solving: Solving = field(init=False)
    fight: Fight | None = None
    tried: int = 0
    opinion: Opinion = field(default_factory=Opinion)

    def __post_init__(self) -> None:
        self.solving = Solving(self.arena.before.cache)
        with _guarded(self.notes, "search"):
            self.fight = fight(self.arena.before, self.arena.after, self.task, self.clock)

    @property
    def open(self) -> bool:
        return self.found is None and self.sameness.proved is None

    def search(self, calls: int, share: float = 1.0) -> None:
        """Made-up inputs."""
        if self.fight is not None and self.open:
            with _guarded(self.notes, "search"):
                self.found = self.fight.duel.search(calls, self.tried, share)
            self.tried += 1

    def prove(self) -> None:
        """Ask the solver, and run what it says against it."""
        if not self.open:
            return
        with _guarded(self.notes, "solver"):
            run = self.fight.run() if self.fight is not None else None
            before, after = self.arena.before.functions[self.task.before], self.arena.after.functions[self.task.after]
            one = Side(self.arena.before.program, before[0].name, before[1].qualname, self.task.closure)
            other = Side(self.arena.after.program, after[0].name, after[1].qualname)
            self.sameness = same(one, other, self.solving, self.clock, run)
            if self.fight is not None and self.sameness.models:
                self.found = self.fight.duel.decide(self._proposed(*before))

    def ask_crosshair(self) -> None:
        """A second finder, where there is time for one."""
        seconds = min(MOST_SECONDS, (self.clock.left() - START_CPU) / 2)
        if self.fight is None or not self.open or seconds < LEAST_SECONDS or self.fight.duel.problem:
            return
        with _guarded(self.notes, "crosshair"):
            duel = self.fight.duel
            self.opinion = crosshair(duel.before, duel.after, duel.guesses[0].shape, seconds)
            self.found = duel.decide(self.opinion.calls)

    def _proposed(self, module: Module, function: Function) -> list[str]:
        calls = []
        for proposal in self.sameness.models:
            written = writer(self.arena.before.program, self.arena.before.universe, module, function, proposal.core)
            call = written.call(proposal.model, proposal.names) if written is not None else None
            calls += [call] if call is not None else []
        return calls

    def report(self) -> PairReport:
        """What has been found out."""
        duel = self.fight.duel if self.fight is not None else None
        agreed = duel.agreed if duel is not None else 0
        made = PairReport(
            self.task, agreed=agreed, notes=tuple(self.notes), by=("runs",) if agreed else (),
            costs=Costs(self.solving.calls, self.solving.hits, 1),
        )  # fmt: skip
        proved = self.sameness.proved
        if self.found is not None:
            return replace(made, verdict=Same.DIFFERENT, difference=self.found, reason=self.found.note, by=("runs",))
        if proved is not None:
            names = tuple(sorted(str(name) for name in proved.claim.assumptions))
            by = tuple(dict.fromkeys(item.by for item in proved.evidence))
            reason = "for all inputs, by a solver's proof"
            return replace(made, verdict=Same.EQUIVALENT, level=For.PROVED, reason=reason, by=by, assumptions=names)
        level = For.TESTED if agreed else For.NONE
        if self.opinion.looked and not self.opinion.calls:
            level, made = For.BOUNDED, replace(made, by=(*made.by, self.opinion.version))
        return replace(made, level=level, reason=self._why())

    def _why(self) -> str:
        duel = self.fight.duel if self.fight is not None else None
        not_proved = f"; not proved: {self.sameness.reason}" if self.sameness.reason else ""
        if not self.task.runs:
            return self.task.why_not + not_proved
        if duel is None:
            return "no call of it can be written down" + not_proved
        if duel.problem:
            return duel.problem + not_proved
        if not duel.agreed:
            return "no input that was tried counted for the version before" + not_proved
        if duel.unsteady:
            return f"it does not do the same every time: {duel.unsteady[:80]}{not_proved}"
        deep = f"; the stack has no room for {duel.deep[:80]} in one of them" if duel.deep else ""
        return f"{duel.agreed:,} inputs gave the same{deep}{not_proved}"


@contextmanager
def _guarded(notes: list[str], phase: str) -> Iterator[None]:
    """An error of verheal's own in one phase loses that phase's answers, nothing else."""
    try:
        yield
    except MemoryError:
        raise
    except Exception as error:
        notes.append(f"{phase}: {where(error)}")



