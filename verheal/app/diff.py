"""`diff`: from two versions to a result, through workers."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from verheal.app.accounts import problems, setting, stats
from verheal.app.check import cache_folder
from verheal.app.diff_options import Compared, FilesOf, FunctionsOf, RevisionsOf
from verheal.app.diff_sides import Sides, of_files, of_folders, of_functions
from verheal.app.environment import Environment, environment
from verheal.app.options import CheckOptions, Progress
from verheal.app.revisions import folders
from verheal.app.subjects import CALM
from verheal.contracts.source.bare import bare_versions
from verheal.contracts.source.callgraph import call_graph
from verheal.contracts.source.causes import Causes, causes
from verheal.contracts.source.closure import Closures
from verheal.contracts.source.congruent import Side as Version
from verheal.contracts.source.congruent import carries_over
from verheal.contracts.source.effects import propagate
from verheal.contracts.source.matching import Match, Matching, matching
from verheal.contracts.source.model import Function, Repository
from verheal.lattice.levels import UNKNOWN, Point, word
from verheal.proofs.assumption import Assumption
from verheal.prover.comparing.task import PairReport, PairTask, Same
from verheal.prover.comparing.workers import run_pairs
from verheal.prover.outcome import Costs
from verheal.report.diff_model import DiffResult, Example, PairResult, Place
from verheal.report.model import VERDICTS

Show = Callable[[Progress], None]


@dataclass
class Run:
    """One diff under way: what has been found so far survives an interrupt."""

    options: CheckOptions
    world: Environment
    before: Version
    after: Version
    show: Show
    reports: dict[str, PairReport] = field(default_factory=dict)
    costs: Costs = field(default_factory=Costs)
    partial: str | None = None

    bare: tuple[Closures, Closures] | None = None

    def one_source(self, match: Match, why: Causes) -> str:
        """Why nothing has to be found out: both versions run the same source. "" where they do not, for all that is
        known."""
        if why.surely:
            return "the same source, and all that it leads to is the same"
        if match.kind != "same" or match.before.key != match.after.key:
            return ""
        if self.bare is None:
            first, second = bare_versions(self.before.repository, self.after.repository)
            self.bare = Closures(first), Closures(second)
        found = causes(*self.bare, match.before.key)
        return "only docstrings and annotations differ, here and in all that it leads to" if found.surely else ""

    def task(self, match: Match, one_source: str = "") -> PairTask:
        """What a worker is told of the pair."""
        effects = [self.before.effects[match.before.key], self.after.effects[match.after.key]]
        wild = next((effect for effect in effects if effect.level not in CALM), None)
        runs, why = self.world.runs_code, "nothing is run, as configured"
        if runs and wild is not None and not self.world.isolation.enough_for_effects:
            runs, why = False, f"{wild.reason}, and it could not be isolated"
        names = [_state(version.repository, f) for version, f in self._both(match)]
        state = tuple(sorted(names[0] & names[1]))
        keys = (match.before.key, match.after.key)
        closure = f"{self.before.closures.digest(match.before.key)}\n{self.world.runtime}"
        key = "sha256:" + sha256(closure.encode()).hexdigest()
        return PairTask(*keys, state, runs, "" if runs else why, one_source, wild is not None, key)

    def _both(self, match: Match) -> tuple[tuple[Version, Function], tuple[Version, Function]]:
        return (self.before, match.before), (self.after, match.after)

    def work(self, tasks: Sequence[PairTask]) -> None:
        """Every pair in a worker; Ctrl-C ends the run and keeps what is known."""
        folder = cache_folder(self.options)
        read = (self.before.repository, self.after.repository)
        sides = [(setting(one, self.world, self.options, folder), one) for one in read]
        done = different = 0
        self.show(Progress("comparing", 0, len(tasks)))
        try:
            with closing(run_pairs(sides[0], sides[1], tasks, self.options.jobs or 1)) as answers:
                for report in answers:
                    self.reports[report.task.after] = report
                    self.costs = self.costs.plus(report.costs)
                    done += 1
                    different += report.verdict is Same.DIFFERENT
                    subject = report.task.after.partition(":")[2]
                    self.show(Progress("comparing", done, len(tasks), subject, different))
        except KeyboardInterrupt:
            self.partial = f"interrupted; {len(tasks) - done:,} of {len(tasks):,} functions were not looked at"

    def follow(self, match: Match, why: Causes) -> None:
        """A function of the same text, of which nothing was shown, does the same if all does that it calls, where that
        plainly carries over."""
        own = self.reports.get(match.after.key)
        below = [self.reports.get(key) for key in why.callees]
        proved = [report for report in below if report is not None and report.verdict is Same.EQUIVALENT]
        if own is None or own.failure is not None or own.verdict is not Same.UNKNOWN or len(proved) < len(below):
            return
        names = ", ".join(key.partition(":")[2] for key in why.callees)
        assumed = {name for report in proved for name in report.assumptions} | {str(Assumption.ARGUMENTS_CONFORM)}
        if carries_over(self.before, self.after, match.after.key, why.callees):
            self.reports[match.after.key] = replace(
                own, verdict=Same.EQUIVALENT, level=min(report.level for report in proved),
                reason=f"its text is the same, and what it calls is equivalent: {names}",
                by=("congruence",), assumptions=tuple(sorted(assumed)),
            )  # fmt: skip
        else:
            reason = f"what it calls is equivalent ({names}), but it may see more of it than was compared; {own.reason}"
            self.reports[match.after.key] = replace(own, reason=reason)


def diff(wanted: Compared, options: CheckOptions, progress: Show | None = None) -> DiffResult:
    """Everything that was found out about the functions that differ in their text, or in what they call.

    Raises UsageError for what does not exist, MissingTool without a solver; nothing for any content.
    """
    started = time.monotonic()
    show = progress or (lambda state: None)
    show(Progress("reading", 0, 1))
    match wanted:
        case FunctionsOf():
            return _compared(of_functions(wanted), options, show, started)
        case FilesOf():
            return _compared(of_files(wanted), options, show, started)
        case RevisionsOf():
            with folders(wanted, Path()) as (before, after, names, paths):
                sides = Sides(*of_folders(before, after, options.exclude), names, None, paths)
                return _compared(sides, options, show, started)


def _compared(sides: Sides, options: CheckOptions, show: Show, started: float) -> DiffResult:
    world = environment(options)
    run = Run(options, world, _version(sides.before), _version(sides.after), show)
    found = Matching((sides.chosen,), (), ()) if sides.chosen else _wanted(matching(sides.before, sides.after), sides)
    why = {match.after.key: _causes(run, match) for match in found.matches}
    changed = [match for match in found.matches if sides.chosen or not why[match.after.key].none]
    callers = [m for m in changed if not sides.chosen and m.kind == "same" and not why[m.after.key].own]
    direct = [match for match in changed if match not in callers]
    run.work([run.task(match, run.one_source(match, why[match.after.key])) for match in direct])
    if run.partial is None and callers:
        run.work([run.task(match, run.one_source(match, why[match.after.key])) for match in callers])
    for match in callers:
        run.follow(match, why[match.after.key])
    pairs = [_pair(match, why[match.after.key], run) for match in changed if match.after.key in run.reports]
    return DiffResult(
        tool=dict(world.versions),
        before=sides.names[0],
        after=sides.names[1],
        pairs=tuple(pairs),
        added=tuple(map(_place, found.added)),
        removed=tuple(map(_place, found.removed)),
        unchanged=len(found.matches) - len(changed),
        single=sides.chosen is not None,
        problems=problems(dict.fromkeys((*sides.before.problems, *sides.after.problems))),
        partial=run.partial,
        stats=stats(sides.after, world, options, run.costs, started),
    )


def _wanted(found: Matching, sides: Sides) -> Matching:
    """What stands in the files that are compared."""
    return Matching(
        tuple(m for m in found.matches if sides.wants(m.after.path) or sides.wants(m.before.path)),
        tuple(f for f in found.added if sides.wants(f.path)),
        tuple(f for f in found.removed if sides.wants(f.path)),
    )


def _version(repository: Repository) -> Version:
    graph = call_graph(repository)
    return Version(repository, Closures(repository, graph), propagate(repository, graph))


def _causes(run: Run, match: Match) -> Causes:
    if match.before.key != match.after.key:
        return Causes(True)
    return causes(run.before.closures, run.after.closures, match.before.key)


def _state(repository: Repository, function: Function) -> set[str]:
    module = repository.module(function.module)
    names = {constant.name for constant in module.constants} if module else set()
    return {name for name in names if not name.startswith("__")}


def _pair(match: Match, why: Causes, run: Run) -> PairResult:
    report = run.reports[match.after.key]
    kind = match.kind if match.kind != "same" else "caller" if why.callees and not why.own else "changed"
    found = report.difference
    reason = report.reason or None
    if report.failure is not None:
        reason = f"{report.failure.where}: {report.failure.message}"
    return PairResult(
        before=_place(match.before),
        after=_place(match.after),
        verdict=str(report.verdict),
        evidence=word(Point(report.level, UNKNOWN.opposes)) if found is None else "refuted",
        reason=reason,
        witness=None if found is None else Example(found.call, found.before, found.after),
        kind=kind,
        through=tuple(key.partition(":")[2] for key in why.callees) if kind == "caller" else (),
        agreed=report.agreed,
        by=report.by,
        assumptions=report.assumptions,
        seconds=report.costs.cpu_seconds,
    )


def _place(function: Function) -> Place:
    return Place(function.path, function.qualname, function.span.line)


def exit_code(result: DiffResult, require: str | None = None) -> int:
    """0 as required, 1 something differs, cannot be read, or is less surely the same than `require` asks for,
    2 interrupted, 3 an error of verheal's own, 5 nothing has changed."""
    if result.errors:
        return 3
    if result.partial is not None:
        return 2
    if any(pair.verdict == "different" for pair in result.pairs):
        return 1
    if any(problem.severity == "error" for problem in result.problems):
        return 1
    if require and any(VERDICTS.index(pair.evidence) < VERDICTS.index(require) for pair in result.pairs):
        return 1
    return 0 if result.pairs or result.added or result.removed else 5


