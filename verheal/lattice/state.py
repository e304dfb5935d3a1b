"""A state: what is known of every obligation of one source, ordered pointwise."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from verheal.lattice.levels import UNKNOWN, Point, lowest


@dataclass(frozen=True)
class State:
    """Obligation id -> point, for the source with the given digest. An id that is not listed is UNKNOWN."""

    source_digest: str
    points: Mapping[str, Point]

    def keys(self) -> frozenset[str]:
        """The ids of the obligations listed."""
        return frozenset(self.points)

    def point(self, obligation: str) -> Point:
        """What is known of one obligation."""
        return self.points.get(obligation, UNKNOWN)

    def join(self, other: State) -> State:
        """All evidence of both, in the knowledge order. Raises ValueError for states of different sources."""
        return self._pointwise(other, Point.join)

    def common(self, other: State) -> State:
        """What both know. Raises ValueError for states of different sources."""
        return self._pointwise(other, Point.common)

    def truth_meet(self, other: State) -> State:
        """The worse of both, per obligation. Raises ValueError for states of different sources."""
        return self._pointwise(other, Point.truth_meet)

    def truth_join(self, other: State) -> State:
        """The better of both, per obligation. Raises ValueError for states of different sources."""
        return self._pointwise(other, Point.truth_join)

    def knowledge_le(self, other: State) -> bool:
        """Whether `other` knows at least as much of every obligation."""
        return all(self.point(key).knowledge_le(other.point(key)) for key in self.keys() | other.keys())

    def truth_le(self, other: State) -> bool:
        """Whether `other` is at least as good at every obligation; the sources may differ."""
        return all(self.point(key).truth_le(other.point(key)) for key in self.keys() | other.keys())

    def contradictions(self) -> tuple[str, ...]:
        """Ids whose point is contradictory, sorted."""
        return tuple(sorted(key for key, point in self.points.items() if point.contradictory))

    def lowest(self, obligations: Iterable[str]) -> Point:
        """The lowest point, in the truth order, of the given obligations; UNKNOWN for none."""
        return lowest(self.point(key) for key in obligations)

    def _pointwise(self, other: State, operation: Callable[[Point, Point], Point]) -> State:
        if self.source_digest != other.source_digest:
            raise ValueError("states of different sources cannot be combined")
        # Sorted, so that two states that hold the same also print the same.
        ids = sorted(self.keys() | other.keys())
        return State(self.source_digest, {key: operation(self.point(key), other.point(key)) for key in ids})
