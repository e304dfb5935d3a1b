"""What a worker does with a function whose contract is to be inferred."""

from __future__ import annotations

from verheal.prover.inferring.model import InferReport
from verheal.prover.task import Task
from verheal.prover.workers import bench_for_task


def perform(task: Task) -> InferReport:
    """Runs in the worker."""
    from verheal.prover.inferring.judging import judge

    return judge(bench_for_task(), task)
