"""One function, from source to verdicts. Runs inside a worker process."""

from __future__ import annotations

import os
import resource
import time
from dataclasses import dataclass, field, replace
from pathlib import Path

from verheal.contracts.lowering.program import Program
from verheal.contracts.source.model import Function, Module, Repository
from verheal.prover.cache import Cache
from verheal.prover.clock import Clock
from verheal.prover.codec import write_details
from verheal.prover.executing import CALL_LIMITS
from verheal.prover.outcome import Costs, Failure, FunctionReport
from verheal.prover.places import where
from verheal.prover.run.runner import Runner
from verheal.prover.run.scopes import Universe
from verheal.prover.task import Setting, Task

LEAST_IMPORT_SECONDS = 4.0  # however small the budget: libraries have their price


@dataclass
class Bench:
    """What a worker keeps from one function to the next. `cpu_allowance` is in seconds a task.

    `broken` are the modules that cannot be imported, and why: trying again for each function would cost all.
    """

    setting: Setting
    repository: Repository
    cpu_allowance: float = 60.0
    program: Program = field(init=False)
    cache: Cache = field(init=False)
    runner: Runner = field(init=False)
    functions: dict[str, tuple[Module, Function]] = field(init=False)
    universe: Universe = field(init=False)
    broken: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        folder = self.setting.cache_folder
        self.program = Program(self.repository)
        self.universe = Universe(self.repository)
        self.cache = Cache(Path(folder) if folder else None)
        roots = sorted({module.import_root for module in self.repository.modules if module.import_root})
        readable = (self.setting.tree, *roots, *_linked(self.repository, (self.setting.tree, *roots)))
        allowed = min(CALL_LIMITS.import_cpu, max(LEAST_IMPORT_SECONDS, self.setting.budget))
        limits = replace(CALL_LIMITS, import_cpu=allowed, import_wall=2 * allowed)
        limits = replace(limits, most_hangs=_hangs(self.setting.budget))
        runner = Runner(self.setting.interpreter, self.setting.isolation, readable, limits)
        scratch = self.setting.scratch
        self.runner = runner.warmed(scratch, _contract_libraries(self.repository)) if scratch else runner
        self.functions = {f.key: (module, f) for module in self.repository.modules for f in module.functions}

    def boxes(self) -> float:
        """CPU seconds of the boxes that stay, so far."""
        return self.runner.warm.cpu_seconds if self.runner.warm is not None else 0.0

    def close(self) -> None:
        """Ends those boxes."""
        if self.runner.warm is not None:
            self.runner.warm.close()


def _contract_libraries(repository: Repository) -> tuple[str, ...]:
    """The libraries of contracts that it imports: every run would import them anew."""
    used = {one.module.partition(".")[0] for module in repository.modules for one in module.imports}
    return tuple(library for library in ("deal", "icontract") if library in used)


def _linked(repository: Repository, roots: tuple[str, ...]) -> list[str]:
    """Files that modules are links to, where they lie elsewhere."""
    within = tuple(os.path.realpath(root).rstrip(os.sep) + os.sep for root in roots)
    files = (os.path.realpath(os.path.join(repository.root, module.path)) for module in repository.modules)
    return sorted({file for file in files if not file.startswith(within)})


def _hangs(budget: float) -> int:
    """So many calls that do not end, of about a second each, does a budget allow in one batch."""
    return max(1, min(CALL_LIMITS.most_hangs, int(budget / 2)))


def analyse(bench: Bench, task: Task) -> FunctionReport:
    """The report of one function. Never raises but for KeyboardInterrupt and SystemExit."""
    from verheal.prover.subject import examine

    started = time.process_time()
    clock = Clock(started, bench.setting.budget, bench.boxes)
    try:
        report = examine(bench, task, started)
    except MemoryError:
        report = FunctionReport(task.key, failure=Failure("limit", "ran out of memory"))
    except RecursionError as error:
        failure = Failure("limit", f"nested too deeply ({where(error)})", lasting=True)
        report = FunctionReport(task.key, failure=failure)
    except Exception as error:  # one bad function never stops the run
        report = FunctionReport(task.key, failure=Failure("error", where(error), lasting=True))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    spent = Costs(cpu_seconds=clock.used(), peak_memory=peak)
    return _stored(bench, task, replace(report, costs=report.costs.plus(spent)))


def _stored(bench: Bench, task: Task, report: FunctionReport) -> FunctionReport:
    """With a cache, the long parts go there instead of through the pipe."""
    if not task.report_key or not report.details:
        return report
    stored = bench.cache.put("details", [(task.report_key, write_details(report.details))])
    return replace(report, details=()) if stored else report
