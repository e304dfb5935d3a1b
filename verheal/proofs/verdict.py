"""The three answers, as a closed union."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from verheal.lattice.levels import Point
from verheal.proofs.combine import combine
from verheal.proofs.evidence import Evidence
from verheal.proofs.kernel import KernelError, Proved, Refuted, minted
from verheal.proofs.reasons import Reason


@dataclass(frozen=True)
class Unknown:
    """Undecided, and why; may carry evidence that something was confirmed, bounded, tested or suspected.

    Raises ValueError for evidence of proof or refutation: the kernel makes verdicts of those.
    """

    reason: Reason
    detail: str
    evidence: tuple[Evidence, ...] = ()

    def __post_init__(self) -> None:
        if any(item.decides for item in self.evidence):
            raise ValueError("an Unknown cannot carry a proof or a refutation")


Verdict: TypeAlias = Proved | Refuted | Unknown

__all__ = ["Proved", "Refuted", "Unknown", "Verdict", "point", "unknown"]


def unknown(error: KernelError) -> Unknown:
    """What the kernel's refusal amounts to."""
    return Unknown(error.reason, str(error))


def point(verdict: Verdict) -> Point:
    """The verdict's place in the bilattice. Raises KernelError for a forged verdict."""
    match verdict:
        case Unknown():
            return combine(*verdict.evidence)
        case Proved() | Refuted():
            if not minted(verdict):
                raise KernelError("a verdict that the kernel did not mint")
            return combine(*verdict.evidence)
