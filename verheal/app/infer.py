"""`infer`: from paths to conditions that nobody has written and that are proved, through workers."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import replace

from verheal.app import results
from verheal.app.accounts import problems, setting, stats
from verheal.app.check import Run, Show, cache_folder, check, expect_functions, read
from verheal.app.environment import environment
from verheal.app.options import CheckOptions, Progress
from verheal.app.settle import Levels, levels, needed
from verheal.app.subjects import Subjects, subjects
from verheal.app.writing import Writing, expect_writable, written
from verheal.contracts.source.model import Function
from verheal.lattice.levels import For
from verheal.prover.cache import Cache
from verheal.prover.inferring.model import CONTRACTED, InferReport
from verheal.prover.inferring.performing import perform
from verheal.prover.outcome import Finding, FunctionReport
from verheal.report.infer_model import POST, PRE, ConditionResult, InferredResult, InferResult

APART = "inferred "  # before the ids of what is supposed of a function: others rest on what is written of it


def infer(
    paths: tuple[str, ...], options: CheckOptions, progress: Show | None = None, writing: Writing | None = None
) -> InferResult:
    """What is proved of every function without a contract that the paths hold; with `writing` it is put into the files.

    Raises UsageError for a path that does not exist, and for files that are not to be changed, MissingTool without a
    solver; nothing for any content.
    """
    started = time.monotonic()
    show = progress or (lambda state: None)
    show(Progress("reading", 0, 1))
    repository = read(paths, options)
    expect_functions(repository, options.functions)
    world = environment(options)
    if writing is not None:
        expect_writable(writing, repository, world.interpreter)
    folder = cache_folder(options)
    cache = Cache(folder)
    told = setting(repository, world, options, folder)
    chosen = subjects(repository, options.functions, options.skip, world.fingerprint, world.runtime)
    guesses = Run(options, show, world, cache)
    wanted = {function.key for function in chosen.shown if function.key not in chosen.skipped}
    guesses.work(repository, [task for task in chosen.tasks if task.key in wanted], told, perform)
    inferred = {key: report for key, report in guesses.reports.items() if isinstance(report, InferReport)}
    grounds = Run(options, show, world, cache)
    if guesses.partial is None:
        keys = needed(inferred.values(), chosen.graph)
        shown = tuple(f for f in repository.functions if f.key in keys)
        grounds.complete(replace(chosen, shown=shown), told)
    found = _settled(inferred.values(), grounds.reports.values(), chosen)
    cache.close()
    shown = tuple(f for f in chosen.shown if f.key in guesses.reports)
    functions = [_function(f, guesses.reports[f.key], found) for f in shown]
    without = [f for f in functions if f.reason != CONTRACTED]
    result = InferResult(
        tool=dict(world.versions),
        functions=tuple(without),
        contracted=len(functions) - len(without),
        problems=problems(repository.problems),
        partial=guesses.partial or grounds.partial,
        stats=stats(repository, world, options, guesses.costs.plus(grounds.costs), started, grounds.hits),
    )
    if writing is None or result.partial is not None:
        return result
    return written(result, repository, writing, lambda keys: check(paths, replace(options, functions=keys), show))


def _settled(inferred: Iterable[InferReport], others: Iterable[FunctionReport], chosen: Subjects) -> Levels:
    """What is supposed of a function stands apart from what is written of it: nobody else's proof rests on it."""
    return levels([*others, *map(_apart, inferred)], chosen.graph)


def _apart(report: InferReport) -> InferReport:
    def own(name: str) -> str:
        return APART + name if name.startswith(f"{report.key}|") else name

    findings = tuple(
        replace(finding, id=APART + finding.id, rests_on=tuple(map(own, finding.rests_on)))
        for finding in report.findings
    )
    return replace(report, key=APART + report.key, findings=findings)


def _function(function: Function, report: FunctionReport, found: Levels) -> InferredResult:
    place = (function.path, function.qualname, function.span.line)
    if not isinstance(report, InferReport) or report.failure is not None:
        why = f"{report.failure.where}: {report.failure.message}" if report.failure else "no report"
        return InferredResult(*place, reason=why)
    findings = {finding.id: finding for finding in report.findings}

    def holds(name: str) -> bool:
        return found.obligations[APART + name].supports >= For.PROVED

    if not all(map(holds, report.safety)):
        why = "what the proof of its safety rests on is not proved"
        return InferredResult(*place, tried=report.tried, returned=report.returned, reason=why)
    posts = tuple(
        _condition(POST, text, (findings[name],))
        for text, name in zip(report.ensures, report.obligations, strict=True)
        if holds(name)
    )
    safety = [findings[name] for name in report.safety]
    pres = tuple(_condition(PRE, text, safety) for text in report.requires)
    why = report.why_not or ("" if pres or posts else "what the proofs rest on is not proved")
    return InferredResult(
        *place, (*pres, *posts), report.tried, report.returned, report.failing, report.excluded, why or None
    )


def _condition(kind: str, text: str, findings: Iterable[Finding]) -> ConditionResult:
    proofs = [item for finding in findings for item in finding.evidence if item.decides]
    assumed = sorted({str(name) for item in proofs for name in item.assumptions})
    return ConditionResult(kind, text, tuple(dict.fromkeys(map(results.evidence, proofs))), tuple(assumed))


def exit_code(result: InferResult) -> int:
    """0 whatever was inferred, 1 input that cannot be read, 2 interrupted, 3 an error of verheal's own, 5 there is no
    function."""
    if result.errors:
        return 3
    if result.partial is not None:
        return 2
    if any(problem.severity == "error" for problem in result.problems):
        return 1
    return 0 if result.functions or result.contracted else 5
