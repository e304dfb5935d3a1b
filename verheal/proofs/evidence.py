"""One piece of evidence: who says so, at which level, about which text or source, resting on what."""

from __future__ import annotations

from dataclasses import dataclass

from verheal.lattice.levels import Against, For, Point
from verheal.proofs.assumption import Assumption


@dataclass(frozen=True)
class Evidence:
    """Who (`by`, with version) says what; `key` names the text (formula key) or source (closure key) meant.

    `rlimit` is in the solver's own units, `seconds` is CPU time. Plain data, not a verdict: evidence of proof
    or of refutation counts only inside a verdict that the kernel minted.
    """

    by: str
    level: For
    against: Against
    key: str
    rlimit: int | None
    seconds: float
    seed: int | None
    assumptions: frozenset[Assumption]

    @property
    def point(self) -> Point:
        """The evidence as a point of the bilattice."""
        return Point(self.level, self.against)

    @property
    def decides(self) -> bool:
        """Whether it claims proof or refutation, which only the kernel may say."""
        return self.level >= For.PROVED or self.against == Against.REFUTED
