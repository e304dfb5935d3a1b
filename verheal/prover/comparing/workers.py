"""Pairs are judged in worker processes that can be killed, as functions are analysed: see `verheal.prover.workers`."""

from __future__ import annotations

import pickle
from collections.abc import Generator, Sequence
from contextvars import ContextVar
from dataclasses import replace
from typing import TYPE_CHECKING

from verheal.contracts.source.model import Repository
from verheal.prover.comparing.task import PairReport, PairTask
from verheal.prover.isolation.sweep import scratch_folder
from verheal.prover.outcome import Failure
from verheal.prover.task import Setting
from verheal.prover.workers import Job, allow_cpu, limits_for, rounds, safe_path, settle

if TYPE_CHECKING:
    from verheal.prover.comparing.judging import Arena

_arena: ContextVar[Arena] = ContextVar("arena")

Side = tuple[Setting, Repository]


def run_pairs(
    before: Side, after: Side, tasks: Sequence[PairTask], jobs: int
) -> Generator[PairReport, None, None]:
    """A report for every pair, in the order in which they get ready; leaving it early kills all workers."""
    job: Job[PairTask, PairReport] = Job(
        prepare, perform, finish, lambda task, why: PairReport(task, failure=why), _failed
    )
    with scratch_folder() as scratch, safe_path():
        sides = [(replace(setting, scratch=scratch), repository) for setting, repository in (before, after)]
        blob = pickle.dumps(sides, protocol=pickle.HIGHEST_PROTOCOL)
        for _, report in rounds(job, blob, limits_for(before[0].budget), tasks, jobs):
            yield report


def _failed(report: PairReport) -> Failure | None:
    return report.failure


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
