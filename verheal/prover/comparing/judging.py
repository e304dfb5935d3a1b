"""One pair of functions, from source to an answer. Runs inside a worker process."""

from __future__ import annotations

import os
import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from verheal.contracts.lowering.contracts import contract_of
from verheal.contracts.source.model import Module
from verheal.lattice.levels import For
from verheal.prover.analysis import Bench
from verheal.prover.belongings import class_contracts
from verheal.prover.clock import Clock
from verheal.prover.comparing.duel import Duel, Version
from verheal.prover.comparing.task import Difference, PairReport, PairTask, Same
from verheal.prover.comparing.translating import translation
from verheal.prover.executing import Recorder
from verheal.prover.outcome import Costs, Failure
from verheal.prover.patience import Patience
from verheal.prover.places import where
from verheal.prover.run.job import Job, ModuleRef, job_for
from verheal.prover.run.shapes import FunctionShape, function_shape

FIRST, THEN = 400, 4000  # calls before and after the solver has been asked
LAST_SHARE = 0.5  # of the time that is left then


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
    before, started = _cpu(arena), time.process_time()
    try:
        report = _judged(arena, task, Clock(started, arena.before.setting.budget, arena.boxes))
    except MemoryError:
        report = PairReport(task, failure=Failure("limit", "ran out of memory"))
    except RecursionError as error:
        report = PairReport(task, failure=Failure("limit", f"nested too deeply ({where(error)})"))
    except Exception as error:  # one bad pair never stops the run
        report = PairReport(task, failure=Failure("error", where(error)))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return replace(report, costs=report.costs.plus(Costs(cpu_seconds=_cpu(arena) - before, peak_memory=peak)))


def _judged(arena: Arena, task: PairTask, clock: Clock) -> PairReport:
    if task.one_source:
        reason = "the same source, and all that it leads to is the same"
        return PairReport(task, Same.EQUIVALENT, For.PROVED, reason, by=("same source",))
    notes: list[str] = []
    duel: Duel | None = None
    found: Difference | None = None
    with _guarded(notes, "search"):
        duel = _duel(arena, task, clock)
        found = duel.search(FIRST) if duel is not None else None
    if duel is not None and found is None:
        with _guarded(notes, "search"):
            found = duel.search(THEN, seed=1, share=LAST_SHARE)
    return _answer(task, duel, found, notes)


def _answer(task: PairTask, duel: Duel | None, found: Difference | None, notes: list[str]) -> PairReport:
    agreed = duel.agreed if duel is not None else 0
    level = For.TESTED if agreed else For.NONE
    if found is not None:
        return PairReport(task, Same.DIFFERENT, For.NONE, "", found, agreed, ("search",), notes=tuple(notes))
    why = _why_unknown(task, duel)
    return PairReport(task, Same.UNKNOWN, level, why, None, agreed, ("search",) if agreed else (), notes=tuple(notes))


def _why_unknown(task: PairTask, duel: Duel | None) -> str:
    if not task.runs:
        return task.why_not
    if duel is None:
        return "no call of it can be written down"
    if duel.problem:
        return duel.problem
    if not duel.agreed:
        return "no input that was tried counted for the version before" if duel.tried else "no input could be made up"
    deep = f"; the stack has no room for {duel.deep[:80]} in one of them" if duel.deep else ""
    return f"not proved; {duel.agreed:,} inputs gave the same{deep}"


def _duel(arena: Arena, task: PairTask, clock: Clock) -> Duel | None:
    """None where nothing is to be run, or no expression calls the functions."""
    if not task.runs:
        return None
    module, function = arena.before.functions[task.before]
    later, successor = arena.after.functions[task.after]
    shape, other = function_shape(module, function), function_shape(later, successor)
    if shape is None or other is None:
        return None
    contract = contract_of(arena.before.program, module.name, function.qualname)
    classes = class_contracts(arena.before.program, module)
    job = job_for(function.qualname, contract, "", classes=classes)
    job = replace(job, compare=True, state=task.state)
    first = _version(arena.before, module, job, task, clock)
    plain = Job("", successor.qualname, check_annotations=False, compare=True, lenient=True, state=task.state)
    second = _version(arena.after, later, plain, task, clock)
    scope = arena.before.universe.scope(module)
    return Duel(first, second, _both(shape, other), scope, translation(shape, other), clock)


def _both(before: FunctionShape, after: FunctionShape) -> FunctionShape:
    """The function before, with the constants that either version mentions, and annotations of either."""
    notes = {param.name: param.annotation for param in after.params}
    params = tuple(
        replace(param, annotation=notes.get(param.name)) if param.annotation is None else param
        for param in before.params
    )
    return replace(
        before,
        params=params,
        ints=tuple(dict.fromkeys((*before.ints, *after.ints))),
        texts=tuple(dict.fromkeys((*before.texts, *after.texts))),
        recurs=before.recurs or after.recurs,
        keys=tuple(dict.fromkeys((*before.keys, *after.keys))),
    )


def _version(bench: Bench, module: Module, job: Job, task: PairTask, clock: Clock) -> Version:
    runner = bench.runner
    if task.touches_world and bench.setting.isolation.level != "bubblewrap":
        runner = replace(runner, warm=None)  # it could leave something behind for the next
    recorder = Recorder(
        runner.interpreter, runner.isolation, runner.readable, runner.limits, runner.memory_bytes,
        runner.wall_seconds, runner.warm, patience=Patience(clock.budget / 2),
    )  # fmt: skip
    path = os.path.join(bench.repository.root, module.path)
    return Version(recorder, ModuleRef(module.import_root, module.name, path), job)


@contextmanager
def _guarded(notes: list[str], phase: str) -> Iterator[None]:
    """An error of verheal's own in one phase loses that phase's answers, nothing else."""
    try:
        yield
    except MemoryError:
        raise
    except Exception as error:
        notes.append(f"{phase}: {where(error)}")


def _cpu(arena: Arena) -> float:
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime + arena.boxes()


