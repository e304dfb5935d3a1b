"""Running one function in confined children: search for failing inputs, replays, runs that reach it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from verheal.contracts.dialects.model import Contract
from verheal.contracts.source.model import Function, Module, Repository
from verheal.proofs.strict import TranscriptError
from verheal.proofs.transcript import ReplayTranscript, read_replay
from verheal.prover.patience import Patience
from verheal.prover.run.edits import arguments
from verheal.prover.run.failures import satisfied
from verheal.prover.run.job import Callee, ClassContract, Job, ModuleRef, Record, job_for
from verheal.prover.run.replay import HASH_SEEDS, Subject, replay, transcript
from verheal.prover.run.runner import CallLimits, Runner
from verheal.prover.run.scopes import Scope, Universe
from verheal.prover.run.search import Budget, Found, SearchReport, search
from verheal.prover.run.shapes import FunctionShape, function_shape
from verheal.prover.run.shrink import shrink

CALL_LIMITS = CallLimits(call_cpu=1.0, call_wall=5.0, import_cpu=10.0, import_wall=20.0)

LOOK_CPU = 0.25  # seconds for one random input: what takes longer is let go, and costs only this
GLANCE_CPU, GLANCE_HANGS = 0.04, 10  # where too many inputs took longer: so long for one, and so many of them


@dataclass(frozen=True)
class Recorder(Runner):
    """A runner that keeps the first records of calls that count: one that returned, one that ended at all.

    It runs nothing any more once it has waited long enough for calls that do not end.
    """

    kept: dict[str, Record] = field(default_factory=dict)
    patience: Patience = field(default_factory=lambda: Patience(float("inf")))

    def run(self, module: ModuleRef, jobs: Sequence[Job], hash_seed: int = 0) -> list[Record]:
        """As Runner.run."""
        granted = self.patience.limits(self.limits)
        if granted is None:
            why = "earlier calls did not end"
            return [{"outcome": "skipped", "call": job.call, "requires_held": None, "why": why} for job in jobs]
        if any(job.tool for job in jobs):
            granted = self.limits  # a tool limits its calls by itself
        records = Runner.run(replace(self, limits=granted), module, jobs, hash_seed)
        self.patience.count(records, granted)
        for record in records:
            if satisfied(record):
                self.kept.setdefault("ended", dict(record, hash_seed=hash_seed))
                if record["outcome"] == "returned":
                    self.kept.setdefault("returned", dict(record, hash_seed=hash_seed))
        return records


@dataclass(frozen=True)
class Execution:
    """Everything needed to run calls of one function."""

    runner: Recorder
    module: ModuleRef
    subject: Subject
    shape: FunctionShape
    scope: Scope
    job: Job

    def look_on(self, before: SearchReport, calls: int, cpu_seconds: float) -> SearchReport:
        """So many more, some of them variations of those that counted."""
        budget = Budget(before.tried + calls, min(calls, 100), cpu_seconds=before.cpu_seconds + cpu_seconds, seed=1)
        hasty = replace(self.runner, limits=replace(self.runner.limits, call_cpu=LOOK_CPU))
        return search(hasty, self.module, self.shape, self.scope, self.job, budget, before)

    def look(self, calls: int, cpu_seconds: float, seed: int = 0) -> SearchReport:
        """Random inputs, at most so many calls."""
        budget = Budget(calls=calls, batch=min(calls, 100), cpu_seconds=cpu_seconds, seed=seed)
        report = self._look(budget, LOOK_CPU, self.runner.limits.most_hangs)
        if report.stopped != "hangs":
            return report
        again = self._look(budget, GLANCE_CPU, GLANCE_HANGS)
        return again if again.satisfied > report.satisfied else report

    def _look(self, budget: Budget, call_cpu: float, most_hangs: int) -> SearchReport:
        hasty = replace(self.runner, limits=replace(self.runner.limits, call_cpu=call_cpu, most_hangs=most_hangs))
        return search(hasty, self.module, self.shape, self.scope, self.job, budget)

    def smaller(self, found: Found) -> Found:
        """A simpler call that fails in the same way."""
        hasty = replace(self.runner, limits=replace(self.runner.limits, call_cpu=LOOK_CPU))
        return shrink(hasty, self.module, self.job, found, rounds=6)

    def confirm(self, call: str) -> ReplayTranscript | None:
        """The call, run under two hash seeds; None when it has no transcript."""
        job = replace(self.job, call=call)
        return self._told(replay(self.runner, self.module, job), job)

    def try_calls(self, calls: Iterable[str]) -> list[Record]:
        """The records of some calls, all in one child."""
        return self.runner.run(self.module, [replace(self.job, call=call) for call in calls])

    @property
    def remembers(self) -> bool:
        """Whether calls may stand behind others of the function: nothing is asked of its inputs but their types."""
        asks = self.job.requires or self.job.assert_lines
        return self.shape.how == "plain" and self.shape.drive == "{}" and not asks

    def reached(self, returning: bool) -> ReplayTranscript | None:
        """A call seen so far that satisfied the preconditions and, when asked for, returned."""
        record = self.runner.kept.get("returned" if returning else "ended")
        return None if record is None else self._single(record, [record])

    def rehearsal(self, record: Record) -> ReplayTranscript | None:
        """One run as if seen under both hash seeds: to guess what a replay would show, for nothing else."""
        return self._single(record, [dict(record, hash_seed=seed) for seed in HASH_SEEDS])

    def _single(self, record: Record, runs: list[Record]) -> ReplayTranscript | None:
        told = {
            "call": record["call"],
            "python": self.runner.interpreter.version,
            "runs": runs,
            "seconds": float(record.get("cpu_seconds") or 0),
        }
        return self._told(told, replace(self.job, call=record["call"]))

    def _told(self, replayed: Mapping[str, object], job: Job) -> ReplayTranscript | None:
        args = arguments(job.call, self.shape)
        try:
            return read_replay(json.dumps(transcript(replayed, self.subject, job, args)))
        except (TranscriptError, KeyError, UnicodeEncodeError):
            return None


def execution(
    runner: Runner,
    repository: Repository,
    universe: Universe,
    module: Module,
    function: Function,
    contract: Contract,
    closure: str,
    callees: tuple[Callee, ...] = (),
    classes: tuple[ClassContract, ...] = (),
    budget: float = float("inf"),
    coroutines: bool = False,
) -> Execution | None:
    """None for a function that no expression calls, and for coroutines unless they are asked for; generators are run
    over."""
    shape = function_shape(module, function)
    if shape is None or (function.is_async and not coroutines):
        return None
    tree = repository.root
    path = os.path.join(tree, module.path)
    subject = Subject(
        tree, module.path, function.qualname, closure, function.span.line, function.returns or "",
        home=module.import_root,
    )
    recorder = Recorder(
        runner.interpreter,
        runner.isolation,
        runner.readable,
        runner.limits,
        runner.memory_bytes,
        runner.wall_seconds,
        runner.warm,
        patience=Patience(budget),
    )
    return Execution(
        recorder,
        ModuleRef(module.import_root, module.name, path),
        subject,
        shape,
        universe.scope(module),
        job_for(function.qualname, contract, "", callees=callees, classes=classes),
    )


__all__ = ["CALL_LIMITS", "HASH_SEEDS", "Execution", "Recorder", "execution"]
