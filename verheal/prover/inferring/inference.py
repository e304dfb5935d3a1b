"""One function whose contract is inferred: what it was run on, and how conditions are asked about."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace

from verheal.contracts.lowering.contracts import suppose
from verheal.contracts.source.model import Function, Module
from verheal.lattice.levels import Against, For
from verheal.prover.analysis import Bench
from verheal.prover.clock import Clock
from verheal.prover.inferring.trying import Trial
from verheal.prover.inferring.words import RESULT, Term, Words, seen_type, words_of
from verheal.prover.outcome import Costs, Finding, FunctionReport
from verheal.prover.subject import examine
from verheal.prover.task import Task

LEAST_SECONDS = 0.5  # of CPU: with less, nothing is asked any more
SHARE = 0.5  # of what is left goes to one question
ENOUGH_RUNS = 20  # that returned, for a guess that a result is always one of the values seen


@dataclass
class Inference:
    """One function under way. `requires` are the conditions on its arguments that were settled on."""

    bench: Bench
    task: Task
    clock: Clock
    module: Module
    function: Function
    tried: Trial
    costs: Costs = field(default_factory=Costs)
    requires: tuple[str, ...] = ()

    @property
    def tired(self) -> bool:
        """Is its time over?"""
        return self.clock.left() < LEAST_SECONDS

    def words(self) -> Words | None:
        """What its conditions may speak of."""
        shape = self.tried.execution.shape
        found = words_of(self.bench.program, self.module, self.function, shape.ints, shape.texts)
        if found is None:
            return None
        values = self.tried.values
        result = found.result
        if result is None and self.function.returns is None:
            kind = seen_type(values)
            result = None if kind is None else Term(RESULT, kind)
        plain = all(seen_type((text,)) is not None for text in values)
        return replace(found, result=result, values=values if plain and len(self.tried.returned) > ENOUGH_RUNS else ())

    def examined(self, ensures: tuple[str, ...]) -> FunctionReport:
        """The function's report under these conditions and the settled ones, as `check` would give it."""
        suppose(self.bench.program, self.module.name, self.function.qualname, self.requires, ensures)
        seconds = max(LEAST_SECONDS, self.clock.left() * SHARE)
        self.bench.setting = replace(self.bench.setting, budget=seconds, backends=("search", "z3"))
        report = examine(self.bench, self.task, time.process_time())
        self.costs = self.costs.plus(report.costs)
        return report

    def own(self, finding: Finding) -> bool:
        """Does its proof rest on what is supposed of the function itself?"""
        return any(name.startswith(f"{self.task.key}|") for name in finding.rests_on)


def is_proved(finding: Finding) -> bool:
    """By itself: what it rests on is for others to settle."""
    return finding.point.supports >= For.PROVED and finding.point.opposes < Against.REFUTED


def reason_of(finding: Finding) -> str:
    """Why it is not proved."""
    return f"{finding.reason}: {finding.detail}" if finding.detail else finding.reason or "a run refutes it"
