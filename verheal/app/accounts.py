"""What commands tell the workers that they run, and what they tell of a run: its costs, and unreadable input."""

from __future__ import annotations

import resource
import time
from collections.abc import Iterable
from pathlib import Path

from verheal.app.environment import Environment
from verheal.app.options import CheckOptions
from verheal.contracts.source.model import Problem as SourceProblem
from verheal.contracts.source.model import Repository
from verheal.prover.outcome import Costs
from verheal.prover.task import BACKENDS, Setting
from verheal.report.model import Problem, Stats

WARNINGS = frozenset(
    {"duplicate-module", "skip-without-reason", "skip-misplaced", "symlink-loop", "broken-symlink"}
)


def setting(repository: Repository, world: Environment, options: CheckOptions, folder: Path | None) -> Setting:
    """What the workers are told; `folder` is the cache's."""
    return Setting(
        repository.root, world.interpreter, world.isolation, options.budget,
        str(folder.absolute()) if folder is not None else None, world.runs_code,
        (*BACKENDS, "cvc5") if options.corroborate else BACKENDS,
    )  # fmt: skip


def problems(found: Iterable[SourceProblem]) -> tuple[Problem, ...]:
    """Input that could not be read, as it is reported."""
    return tuple(
        Problem(p.path, p.line, p.code, p.message, "warning" if p.code in WARNINGS else "error") for p in found
    )


def stats(
    repository: Repository, world: Environment, options: CheckOptions, costs: Costs, started: float, hits: int = 0
) -> Stats:
    """What the run cost: its own process and the workers'. `started` is of time.monotonic()."""
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    cpu = own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
    return Stats(
        solver_calls=costs.solver_calls,
        lowered=costs.lowered,
        cache_hits=hits,
        cpu_seconds=cpu + costs.cpu_seconds,
        wall_seconds=time.monotonic() - started,
        jobs=options.jobs or 1,
        peak_memory=max(own.ru_maxrss * 1024, costs.peak_memory),
        isolation=world.isolation.level if world.runs_code else "nothing is run",
        lines=sum(module.text.count("\n") + 1 for module in repository.modules),
        files=len(repository.modules),
    )
