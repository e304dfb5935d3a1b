"""Candidates of a loop: those of the templates that no run shows to be false, and relations that all runs show."""
from __future__ import annotations

from collections.abc import Mapping

from verheal.contracts.core.expr import Expr
from verheal.contracts.obligations.goals import from_goals
from verheal.contracts.obligations.model import Generated, LoopReport
from verheal.prover.houdini import Sift
from verheal.prover.relations import relations
from verheal.prover.traces import Views

MOST = 90


def sifting(views: Mapping[str, Views]) -> Sift:
    """How candidates are chosen, given what runs looked like. An inner loop's later executions are not told apart."""

    def sift(report: LoopReport, seen: Generated) -> tuple[Expr, ...]:
        found = views.get(report.id)
        if found is None or not found.states:
            return report.candidates
        guessed = dict.fromkeys((*report.candidates, *from_goals(report, seen.obligations)))
        kept = found.survivors(tuple(guessed))
        new = [one for one in relations(found, report.moving, report.steady) if one not in kept]
        return (*kept, *new)[:MOST]

    return sift
