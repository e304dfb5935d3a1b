"""Evidence put together, and evidence that cannot be put together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from verheal.lattice.levels import UNKNOWN, Against, For, Point
from verheal.proofs.evidence import Evidence


@dataclass(frozen=True)
class Contradiction:
    """Two pieces of evidence that cannot both be right: verheal itself is wrong."""

    obligation: str
    supporting: Evidence
    opposing: Evidence


def combine(*evidence: Evidence) -> Point:
    """The join, in the knowledge order, of all evidence given."""
    point = UNKNOWN
    for item in evidence:
        point = point.join(item.point)
    return point


def current(evidence: Iterable[Evidence], keys: frozenset[str]) -> tuple[Evidence, ...]:
    """The evidence whose key is one of the obligation's current formula and closure keys."""
    return tuple(item for item in evidence if item.key in keys)


def contradiction(obligation: str, evidence: Iterable[Evidence]) -> Contradiction | None:
    """The first pair that contradicts: proved and refuted, or unsat and sat about one text."""
    items = tuple(evidence)
    for supporting in items:
        for opposing in items:
            if _contradict(supporting, opposing):
                return Contradiction(obligation, supporting, opposing)
    return None


def _contradict(supporting: Evidence, opposing: Evidence) -> bool:
    if supporting.level < For.PROVED:
        return False
    same_text = supporting.key == opposing.key and opposing.against == Against.SUSPECTED
    return opposing.against == Against.REFUTED or same_text
