"""`check`: from paths to a result, through cache and workers."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path

from verheal import workdir
from verheal.app import results
from verheal.app.accounts import WARNINGS, problems, setting, stats
from verheal.app.brittleness import with_spreads
from verheal.app.changed import Unchanged, unchanged
from verheal.app.contradiction import report_contradiction
from verheal.app.environment import Environment, environment
from verheal.app.options import CheckOptions, Progress
from verheal.app.settle import Levels, levels, needed
from verheal.app.subjects import Subjects, is_wanted, subjects
from verheal.contracts.source.discover import MissingPath
from verheal.contracts.source.model import Repository
from verheal.contracts.source.repository import read_repository
from verheal.errors import UsageError
from verheal.lattice.levels import Against
from verheal.prover.cache import Cache
from verheal.prover.codec import CodecError, read_details, read_report, write_report
from verheal.prover.outcome import Costs, Detail, FunctionReport
from verheal.prover.task import Setting, Task
from verheal.prover.workers import Perform, run_tasks
from verheal.report.model import CheckResult, InternalError, ObligationResult, Problem

Show = Callable[[Progress], None]


@dataclass
class Run:
    """One check under way: what has been found so far survives an interrupt."""

    options: CheckOptions
    show: Show
    world: Environment
    cache: Cache
    reports: dict[str, FunctionReport] = field(default_factory=dict)
    costs: Costs = field(default_factory=Costs)
    hits: int = 0
    partial: str | None = None

    def look_up(self, tasks: Sequence[Task]) -> list[Task]:
        """Takes from the cache what is there; returns the other tasks."""
        rest = []
        for task in tasks:
            report = self._kept(task)
            if report is None:
                rest.append(task)
            else:
                self.reports[task.key] = report
                self.hits += 1
        return rest

    def _kept(self, task: Task) -> FunctionReport | None:
        text = self.cache.get("reports", task.report_key)
        if text is None:
            return None
        try:
            report = read_report(text)
        except CodecError:
            return None
        return report if report.key == task.key else None

    def complete(self, chosen: Subjects, setting: Setting) -> None:
        """The functions shown, then only what their verdicts rest on, and so forth."""
        tasks = {task.key: task for task in chosen.tasks}
        wanted = {function.key for function in chosen.shown}
        while wanted and self.partial is None:
            rest = self.look_up([task for key, task in tasks.items() if key in wanted])
            if rest:
                self.work(chosen.repository, rest, setting)
            grounds = needed(self.reports.values(), chosen.graph)
            # A ground that is no function's own may be anybody's.
            known = grounds <= chosen.graph.calls.keys()
            wanted = {key for key in tasks if key not in self.reports and (key in grounds or not known)}

    def work(
        self, repository: Repository, tasks: Sequence[Task], setting: Setting, perform: Perform | None = None
    ) -> None:
        """Every task in a worker; Ctrl-C ends the run and keeps what is known. With `perform` workers do something else
        than prove what is there; that is not kept for the next run."""
        done = refuted = 0
        phase = "proving" if perform is None else "inferring"
        self.show(Progress(phase, 0, len(tasks)))
        try:
            with closing(run_tasks(setting, repository, tasks, self.options.jobs or 1, perform)) as answers:
                for task, report in answers:
                    self.reports[task.key] = report
                    self.costs = self.costs.plus(report.costs)
                    if perform is None:
                        self._keep(task, report)
                        refuted += any(f.point.opposes == Against.REFUTED for f in report.findings)
                    done += 1
                    self.show(Progress(phase, done, len(tasks), task.key.partition(":")[2], refuted))
        except KeyboardInterrupt:
            missed = f"{len(tasks) - done:,} of {len(tasks):,}"
            self.partial = f"interrupted; {missed} functions were not looked at"

    def _keep(self, task: Task, report: FunctionReport) -> None:
        """What was cut short from outside is tried again next time."""
        if report.failure is None or report.failure.lasting:
            self.cache.put("reports", [(task.report_key, write_report(report))])


def check(
    paths: tuple[str, ...], options: CheckOptions, progress: Show | None = None, base: Path = Path()
) -> CheckResult:
    """Everything found in `paths`, which are relative to `base`, as are the paths reported.

    Raises UsageError for a path that does not exist, MissingTool without a solver; nothing for any content.
    """
    return checked(paths, options, progress, base).result


@dataclass(frozen=True)
class Checked:
    """A result with what it was made from."""

    result: CheckResult
    reports: Mapping[str, FunctionReport]
    details: Mapping[str, Detail]


def checked(
    paths: tuple[str, ...],
    options: CheckOptions,
    progress: Show | None = None,
    base: Path = Path(),
    wants_details: bool = False,
) -> Checked:
    """As `check`; with `wants_details` also the long parts of all findings, by obligation id."""
    started = time.monotonic()
    show = progress or (lambda state: None)
    show(Progress("reading", 0, 1))
    repository = read(paths, options, base)
    if not wants_details:
        expect_functions(repository, options.functions)
    world = environment(options)
    folder = cache_folder(options)
    cache = Cache(folder)
    run = Run(options, show, world, cache)
    left = unchanged(repository, options.since, paths, base, options.exclude) if options.since else Unchanged()
    chosen = subjects(repository, options.functions, options.skip, world.fingerprint, world.runtime, left.keys)
    run.complete(chosen, setting(repository, world, options, folder))
    result = replace(_result(run, chosen, started), since=left.since, unchanged=len(left.keys))
    if options.suggests:
        found = (results.suggestions(f, run.reports.get(f.key)) for f in chosen.shown)
        result = replace(result, suggestions=tuple(one for each in found for one in each))
    if options.seeds and run.partial is None:
        show(Progress("asking again", 0, 1))
        shown = {function.key for function in chosen.shown}
        known = [t for t in chosen.tasks if t.key in shown and t.key in run.reports]
        groups = [details_of(cache, task, run.reports[task.key]).values() for task in known]
        result = with_spreads(result, groups, options.seeds, options.jobs or 1)
    details: dict[str, Detail] = {}
    if wants_details:
        for task in chosen.tasks:
            if task.key in run.reports:
                details.update(details_of(cache, task, run.reports[task.key]))
    cache.close()
    return Checked(result, run.reports, details)


def read(paths: tuple[str, ...], options: CheckOptions, base: Path = Path()) -> Repository:
    """The metamodel of what the paths hold."""
    try:
        return read_repository(paths, base, options.exclude)
    except MissingPath as error:
        raise UsageError(str(error)) from error


def expect_functions(repository: Repository, wanted: Sequence[str]) -> None:
    """Raises UsageError for a name that no function has, unless it may stand in what could not be read."""
    if not repository.functions or any(p.code not in WARNINGS for p in repository.problems):
        return
    for pattern in wanted:
        if not any(is_wanted(function, (pattern,)) for function in repository.functions):
            close = get_close_matches(pattern, [f.qualname for f in repository.functions], n=1)
            hint = f"did you mean {close[0]}?" if close else "`verheal check --all` lists all functions"
            raise UsageError(f"--function {pattern}: no function of that name", hint=hint)


def cache_folder(options: CheckOptions) -> Path | None:
    """`.verheal/` of the project, made if need be; None when it is not wanted.

    Where it cannot be made the cache tells so: it finds no folder.
    """
    if not options.cache:
        return None
    folder = options.cache_dir or options.root / workdir.NAME
    with suppress(OSError):
        if options.cache_dir is not None:
            folder.mkdir(parents=True, exist_ok=True)
        else:
            workdir.ensure(options.root)
    return folder


def _result(run: Run, chosen: Subjects, started: float) -> CheckResult:
    found = levels(run.reports.values(), chosen.graph)
    functions = tuple(results.function_result(f, run.reports.get(f.key), found) for f in chosen.shown)
    obligations: list[ObligationResult] = []
    for function in chosen.shown:
        report = run.reports.get(function.key)
        if report is not None:
            obligations += results.obligations(report, function, found)
    errors = _contradictions(run, chosen, found)
    if errors:
        obligations = [_quarantined(o, found) for o in obligations]
    repository = chosen.repository
    return CheckResult(
        tool=dict(run.world.versions),
        functions=functions,
        obligations=tuple(obligations),
        problems=(*problems(repository.problems), *_cache_problems(run.cache)),
        skips=tuple(chosen.skipped[f.key] for f in chosen.shown if f.key in chosen.skipped),
        stats=stats(repository, run.world, run.options, run.costs, started, run.hits),
        errors=tuple(errors),
        partial=run.partial,
    )


def _contradictions(run: Run, chosen: Subjects, found: Levels) -> list[InternalError]:
    tasks: Mapping[str, Task] = {task.key: task for task in chosen.tasks}
    errors = []
    for report in run.reports.values():
        for finding in report.findings:
            if finding.id in found.contradictory:
                detail = details_of(run.cache, tasks[report.key], report).get(finding.id)
                errors.append(report_contradiction(run.options.root, finding, detail, run.world.versions))
    return errors


def details_of(cache: Cache, task: Task, report: FunctionReport) -> Mapping[str, Detail]:
    """The long parts of a report by obligation, from the report itself or from the cache."""
    details = report.details
    if not details and (text := cache.get("details", task.report_key)):
        try:
            details = read_details(text)
        except CodecError:
            details = ()
    return {detail.id: detail for detail in details}


def _quarantined(obligation: ObligationResult, found: Levels) -> ObligationResult:
    if obligation.id not in found.contradictory:
        return obligation
    return replace(obligation, verdict="unknown", reason="error: proved and refuted at once", witness=None)


def _cache_problems(cache: Cache) -> list[Problem]:
    path = str(cache.path) if cache.path is not None else ""
    return [Problem(path, 0, "cache", f"the cache {message}", "warning") for message in cache.problems]
