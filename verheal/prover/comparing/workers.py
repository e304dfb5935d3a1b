"""Pairs are judged in worker processes that can be killed, as functions are analysed: see `verheal.prover.workers`."""

from __future__ import annotations

import pickle
from collections.abc import Generator, Sequence
from contextlib import closing
from contextvars import ContextVar
from dataclasses import replace
from typing import TYPE_CHECKING

from verheal.contracts.source.model import Repository
from verheal.prover.comparing.task import PairReport, PairTask
from verheal.prover.crew import Answered, Plan, endings
from verheal.prover.isolation.sweep import scratch_folder
from verheal.prover.task import Setting
from verheal.prover.workers import (
    ATTEMPTS,
    COMMON,
    TASKS_PER_WORKER,
    Limits,
    allow_cpu,
    context,
    failure_of,
    limits_for,
    safe_path,
    settle,
)

if TYPE_CHECKING:
    from verheal.prover.comparing.judging import Arena

_arena: ContextVar[Arena] = ContextVar("arena")

Side = tuple[Setting, Repository]


def run_pairs(
    before: Side, after: Side, tasks: Sequence[PairTask], jobs: int
) -> Generator[PairReport, None, None]:
    """A report for every pair, in the order in which they get ready; leaving it early kills all workers."""
    limits = limits_for(before[0].budget)
    left = list(tasks)
    with scratch_folder() as scratch, safe_path():
        sides = [(replace(setting, scratch=scratch), repository) for setting, repository in (before, after)]
        blob = pickle.dumps(sides, protocol=pickle.HIGHEST_PROTOCOL)
        for attempt in range(ATTEMPTS):
            again = []
            for report in _one_round(blob, limits, left, jobs):
                lost = report.failure is not None and report.failure.message in COMMON
                if lost and attempt + 1 < ATTEMPTS:
                    again.append(report.task)
                else:
                    yield report
            left = again
            if not left:
                return


def _one_round(
    blob: bytes, limits: Limits, tasks: Sequence[PairTask], jobs: int
) -> Generator[PairReport, None, None]:
    arguments = (blob, limits.cpu_seconds)
    plan = Plan(context(), prepare, arguments, perform, limits.wall_seconds, TASKS_PER_WORKER, finish)
    with closing(endings(plan, tasks, max(1, min(jobs, len(tasks))))) as ended:
        for task, end in ended:
            if isinstance(end, Answered) and isinstance(end.value, PairReport):
                yield end.value
            else:
                yield PairReport(task, failure=failure_of(end, limits))


def prepare(blob: bytes, cpu_seconds: float) -> None:
    """Runs in a new worker, before its first pair."""
    from verheal.prover.analysis import Bench
    from verheal.prover.comparing.judging import Arena

    (setting, repository), (other, its) = pickle.loads(blob)
    settle(setting.memory_bytes)
    _arena.set(Arena(Bench(setting, repository, cpu_seconds), Bench(other, its, cpu_seconds)))


def perform(task: PairTask) -> PairReport:
    """Runs in the worker."""
    from verheal.prover.comparing.judging import judge

    arena = _arena.get()
    allow_cpu(arena.before.cpu_allowance)
    return judge(arena, task)


def finish() -> None:
    """Runs in a worker that is given no more pairs."""
    _arena.get().close()
