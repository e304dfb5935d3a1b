"""Findings as the result model says them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verheal.app.settle import Levels
from verheal.contracts.source.model import Function
from verheal.lattice.levels import Against, For, Point, word
from verheal.proofs.evidence import Evidence
from verheal.proofs.reasons import Reason
from verheal.prover.outcome import Call, Failure, Finding, FunctionReport
from verheal.report.model import EvidenceResult, FunctionResult, ObligationResult, SuggestionResult, WitnessResult

REASONS = {str(reason): reason for reason in Reason}
_LINE = re.compile(r"\bline (\d+)")


def obligations(report: FunctionReport, function: Function, levels: Levels) -> Iterator[ObligationResult]:
    """The obligations of one function, with lines as they stand in the file now."""
    moved = function.span.line - dict(report.lines).get(report.key, function.span.line)
    for finding in report.findings:
        yield _obligation(finding, function, levels, moved)
    if report.failure is not None and not report.findings:
        yield _failed(report.key, function, report.failure)


def function_result(function: Function, report: FunctionReport | None, levels: Levels) -> FunctionResult:
    """The entry that every function has; without a report nothing is known of it."""
    if report is None:
        return FunctionResult(function.path, function.qualname, function.span.line, "unknown")
    point = levels.functions.get(function.key, Point(For.NONE, Against.NONE))
    proved = word(point) in ("proved", "corroborated", "certified")
    return FunctionResult(
        function.path,
        function.qualname,
        function.span.line,
        word(point),
        levels.terminates.get(function.key, "unknown"),
        tuple(report.assumptions) if proved else (),
        report.costs.cpu_seconds,
    )


def _obligation(finding: Finding, function: Function, levels: Levels, moved: int) -> ObligationResult:
    point = levels.obligations.get(finding.id, finding.point)
    said = word(point)
    open_ = said not in ("refuted", "proved", "corroborated", "certified")
    reason, hint = _why(finding, moved) if open_ else (None, None)
    names = frozenset().union(*(item.assumptions for item in finding.evidence if item.decides))
    return ObligationResult(
        id=finding.id,
        path=function.path,
        function=function.qualname,
        line=finding.line + moved,
        end_line=finding.end_line + moved,
        kind=finding.kind,
        text=finding.text,
        verdict=said,
        reason=reason,
        witness=_witness(finding.witness) if finding.witness is not None else None,
        evidence=tuple(evidence(item) for item in finding.evidence),
        assumptions=tuple(sorted(names)) if said != "refuted" else (),
        hint=hint,
        rank=finding.rank,
        declared=finding.declared,
        inferred=finding.inferred,
    )


def _why(finding: Finding, moved: int) -> tuple[str, str]:
    if finding.point.supports >= For.PROVED:
        reason = Reason.RESTS_ON_UNPROVED
        return f"{reason}: {', '.join(finding.rests_on)}", reason.help
    reason = REASONS.get(finding.reason, Reason.SOLVER_UNKNOWN)
    detail = _LINE.sub(lambda found: f"line {int(found[1]) + moved}", finding.detail)
    text = detail if detail.startswith(str(reason)) else f"{reason}: {detail}" if detail else str(reason)
    return text, reason.help


def suggestions(function: Function, report: FunctionReport | None) -> tuple[SuggestionResult, ...]:
    """The invariants found of its loops, at the lines where they are now."""
    if report is None:
        return ()
    moved = function.span.line - dict(report.lines).get(function.key, function.span.line)
    return tuple(
        SuggestionResult(function.path, function.qualname, one.line + moved, one.texts, one.left)
        for one in report.suggestions
    )


def _failed(key: str, function: Function, failure: Failure) -> ObligationResult:
    """A function that verheal itself failed on still owes what it owes."""
    reason = REASONS.get(failure.where, Reason.ERROR)
    return ObligationResult(
        id=f"{key}|raises|raises|1",
        path=function.path,
        function=function.qualname,
        line=function.span.line,
        end_line=function.span.line,
        kind="raises",
        text="",
        verdict="unknown",
        reason=f"{reason}: {failure.message}",
        hint=reason.help,
    )


def _witness(call: Call) -> WitnessResult:
    return WitnessResult(dict(call.args), call.call, call.raises, call.note, call.holds)


def evidence(item: Evidence) -> EvidenceResult:
    """Who says so, as the reports tell it."""
    return EvidenceResult(item.by, word(item.point), item.key, item.rlimit, item.seconds)
