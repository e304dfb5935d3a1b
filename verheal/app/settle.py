"""Levels of a whole run: nobody stands higher than what they rest on, and contradictions come to light."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from verheal.contracts.source.callgraph import CallGraph
from verheal.lattice.levels import UNKNOWN, Against, For, Point, lowest, word
from verheal.lattice.settle import settled
from verheal.proofs.combine import contradiction
from verheal.proofs.evidence import Evidence
from verheal.prover.outcome import Finding, FunctionReport


@dataclass(frozen=True)
class Levels:
    """The settled point of every obligation and function, and what is known of termination, as words."""

    obligations: Mapping[str, Point]
    functions: Mapping[str, Point]
    terminates: Mapping[str, str]
    contradictory: tuple[str, ...]


def levels(reports: Iterable[FunctionReport], graph: CallGraph) -> Levels:
    """All levels; an obligation that rests on one that nobody knows rests on nothing."""
    found = {report.key: report for report in reports}
    own: dict[str, Point] = {}
    rests_on: dict[str, tuple[str, ...]] = {}
    ids = [finding.id for report in found.values() for finding in report.findings]
    for report in found.values():
        for finding in report.findings:
            own[finding.id] = finding.point
            if finding.rests_on:
                rests_on[finding.id] = tuple(g for name in finding.rests_on for g in _meant(name, own, ids))
    points = settled(own, rests_on)
    findings = [finding for report in found.values() for finding in report.findings]
    clashing = {finding.id for finding in findings if contradiction(finding.id, _said(finding)) is not None}
    contradictory = tuple(sorted(name for name, point in points.items() if point.contradictory or name in clashing))
    if contradictory:  # quarantined: nothing is said of them, and nothing rests on them
        points = settled({**own, **dict.fromkeys(contradictory, UNKNOWN)}, rests_on)
    functions = {}
    for key, report in found.items():
        counted = [points[finding.id] for finding in report.findings if finding.kind != "termination"]
        functions[key] = lowest(counted) if report.failure is None else UNKNOWN
    return Levels(points, functions, _termination(found, graph), contradictory)


def _said(finding: Finding) -> tuple[Evidence, ...]:
    """What solvers say of one text. A run that fails is no such clash: a proof may rest on what does not hold."""
    return tuple(item for item in finding.evidence if item.against < Against.REFUTED)


def needed(reports: Iterable[FunctionReport], graph: CallGraph) -> frozenset[str]:
    """Keys of the functions whose reports `levels` looks at for these ones' sake."""
    found: set[str] = set()
    for report in reports:
        found.update(name.partition("|")[0] for finding in report.findings for name in finding.rests_on)
        if report.terminates == word(Point(For.PROVED, UNKNOWN.opposes)) and not report.closed:
            found.update(graph.calls.get(report.key, ()))
    return frozenset(found)


def _meant(name: str, own: Mapping[str, Point], ids: list[str]) -> tuple[str, ...]:
    """An id, or a prefix such as `module:function|post`, which means every obligation that begins so."""
    if name in own:
        return (name,)
    found = tuple(other for other in ids if other == name or other.startswith(f"{name}|"))
    return found or (name,)


def _termination(found: Mapping[str, FunctionReport], graph: CallGraph) -> dict[str, str]:
    """A function ends when its own loops do, it is not recursive, and everything it may call ends.

    The call graph goes by names: what `self.items.pop()` calls may be any method of this name, the function
    itself too. Where the lowering knew all calls, its word stands.
    """
    ends: dict[str, str] = {}
    for component in graph.components:
        recursive = len(component) > 1 or component[0] in graph.calls.get(component[0], ())
        for key in component:
            report = found.get(key)
            below = (
                ends.get(callee, "unknown") for callee in graph.calls.get(key, ()) if callee not in component
            )
            fine = report is not None and report.terminates == word(Point(For.PROVED, UNKNOWN.opposes))
            closed = report is not None and report.closed
            safe = fine and (closed or (not recursive and all(level == "proved" for level in below)))
            ends[key] = "proved" if safe else "unknown"
    return ends
