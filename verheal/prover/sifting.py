"""Candidates of a loop: those of the templates that no run shows to be false, and relations that all runs show."""
from __future__ import annotations

from collections.abc import Mapping

from verheal.contracts.core.expr import Const, Expr
from verheal.contracts.obligations.model import Generated, LoopReport
from verheal.prover.arranging import paired
from verheal.prover.congruences import congruences, divisors
from verheal.prover.generalising import around, assumed, claims, generalised
from verheal.prover.houdini import Sift
from verheal.prover.lifting import lifted
from verheal.prover.relations import relations
from verheal.prover.traces import Views

MOST = 90
UNSEEN = 60  # where no run tells which are false
TOLD = 20  # of them from what is to be shown


def sifting(views: Mapping[str, Views]) -> Sift:
    """How candidates are chosen, given what runs looked like. An inner loop's later executions are not told apart."""

    def sift(report: LoopReport, seen: Generated) -> tuple[Expr, ...]:
        found = views.get(report.id)
        wanted = claims(seen, report)
        if found is None or not found.states:
            unseen = (*generalised(report, wanted)[:TOLD], *report.candidates)
            return tuple(dict.fromkeys(unseen))[:UNSEEN]
        told = generalised(report, wanted, around(seen, report), assumed(seen))
        guessed = dict.fromkeys((*report.candidates, *lifted(seen, report), *told))
        guesses = tuple(guess for guess in guessed if not isinstance(guess, Const))
        kept = map(paired, (*found.survivors(guesses), *found.delayed(guesses, report.moving)))
        related = (
            *congruences(found, report.moving, report.steady, divisors(wanted)),
            *relations(found, report.moving, report.steady),
        )
        return tuple(dict.fromkeys((*kept, *related)))[:MOST]

    return sift
