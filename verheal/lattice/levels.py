"""Evidence for and against one obligation, kept apart: a bilattice in the sense of Ginsberg and Fitting.

It is the product of two chains of different length, so it has both orders, all four operations and the
interlacing laws, but no negation: a witness against a claim is not a proof, for all inputs, of its opposite.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum


class For(IntEnum):
    """How strongly something speaks for an obligation; each level is said only of what it names."""

    NONE = 0
    TESTED = 1
    BOUNDED = 2
    CONFIRMED = 3
    PROVED = 4
    CORROBORATED = 5
    CERTIFIED = 6


class Against(IntEnum):
    """How strongly something speaks against an obligation."""

    NONE = 0
    SUSPECTED = 1
    REFUTED = 2


@dataclass(frozen=True)
class Point:
    """What is known of one obligation.

    Knowledge order: more evidence on either side is higher. Truth order: `supports` up, `opposes` down.
    """

    supports: For
    opposes: Against

    def join(self, other: Point) -> Point:
        """Least upper bound in the knowledge order: both bodies of evidence together.

        post: __return__.supports >= self.supports and __return__.supports >= other.supports
        post: __return__.opposes >= self.opposes and __return__.opposes >= other.opposes
        """
        return Point(max(self.supports, other.supports), max(self.opposes, other.opposes))

    def common(self, other: Point) -> Point:
        """Greatest lower bound in the knowledge order: what both know.

        post: __return__.supports <= self.supports and __return__.supports <= other.supports
        post: __return__.opposes <= self.opposes and __return__.opposes <= other.opposes
        """
        return Point(min(self.supports, other.supports), min(self.opposes, other.opposes))

    def truth_join(self, other: Point) -> Point:
        """Least upper bound in the truth order.

        post: __return__.supports >= self.supports and __return__.opposes <= self.opposes
        """
        return Point(max(self.supports, other.supports), min(self.opposes, other.opposes))

    def truth_meet(self, other: Point) -> Point:
        """Greatest lower bound in the truth order: the worse of both on each side.

        post: __return__.supports <= self.supports and __return__.opposes >= self.opposes
        """
        return Point(min(self.supports, other.supports), max(self.opposes, other.opposes))

    def knowledge_le(self, other: Point) -> bool:
        """Whether `other` knows at least as much."""
        return self.supports <= other.supports and self.opposes <= other.opposes

    def truth_le(self, other: Point) -> bool:
        """Whether `other` is at least as good."""
        return self.supports <= other.supports and self.opposes >= other.opposes

    @property
    def contradictory(self) -> bool:
        """Proved or more, and refuted: verheal itself is wrong somewhere."""
        return self.supports >= For.PROVED and self.opposes == Against.REFUTED


UNKNOWN = Point(For.NONE, Against.NONE)


def lowest(points: Iterable[Point]) -> Point:
    """The meet of the points in the truth order; of no points it is UNKNOWN, not the top.

    The meet of nothing is "certified" in lattice theory; said of a function it would claim what nobody saw.
    """
    result: Point | None = None
    for point in points:
        result = point if result is None else result.truth_meet(point)
    return UNKNOWN if result is None else result


def word(point: Point) -> str:
    """The verdict word that reports print; suspected prints as unknown, whatever supports it.

    post: (__return__ == "refuted") == (point.opposes == Against.REFUTED)
    """
    if point.opposes == Against.REFUTED:
        return "refuted"
    if point.opposes == Against.SUSPECTED or point.supports == For.NONE:
        return "unknown"
    return For(point.supports).name.lower()
