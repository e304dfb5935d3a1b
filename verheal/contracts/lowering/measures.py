"""What falls from a call of a function to the calls that it makes of itself, and how deep that lets them go.

Law: from an entry where the measure is small, a step at a time; from a larger one as long as it falls by half, or by a
third, to a small one. Euclid's algorithm falls by a third in the sum of the two: with a > b > 0 the remainder is at
most a - b and below b, so 3 * (b + a % b) <= 2 * (a + b). There each call orders what it passes on, and only the first
may find the two in another order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import permutations

from verheal.contracts.core.build import add, both, either, le, lt, no, sub
from verheal.contracts.core.expr import Expr, integer

STEPS = 120  # With four frames a step (comprehensions, calls from C) and what halving adds, well below 1,000
HALVINGS = 64
THIRDS = 48  # As many take 82 calls
MANY = 8


@dataclass(frozen=True)
class Measure:
    """Parameters that are added, and subtracted. `ordered`: each call passes on the first greater than the second."""

    plus: tuple[str, ...]
    minus: tuple[str, ...] = ()
    ordered: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The parameters that it speaks of."""
        return (*self.plus, *self.minus)

    def falls(self, entry: Mapping[str, Expr], now: Mapping[str, Expr], frames: int) -> Expr:
        """It is bounded how deep a call with `now` goes, made by one with `entry`; `frames` stand on the stack each."""
        before, after = self._total(entry), self._total(now)
        thirds = le(add(add(after, after), after), add(before, before))
        halves = le(add(after, after), add(before, integer(1)))
        large = thirds if self.ordered else halves
        limit = integer(2 ** ((THIRDS if self.ordered else HALVINGS) // frames))
        fast = either(le(before, integer(STEPS // frames)), both(large, le(before, limit)))
        less = both(le(integer(1), before), lt(after, before), fast)
        return both(self._descends(now), either(no(self._descends(entry)), less)) if self.ordered else less

    def _total(self, values: Mapping[str, Expr]) -> Expr:
        total = values[self.plus[0]]
        for name in self.plus[1:]:
            total = add(total, values[name])
        for name in self.minus:
            total = sub(total, values[name])
        return total

    def _descends(self, values: Mapping[str, Expr]) -> Expr:
        return lt(values[self.plus[1]], values[self.plus[0]])


def candidates(names: frozenset[str], moves: frozenset[str]) -> tuple[Measure, ...]:
    """Measures in the order in which they are tried: what a call changes, then differences, then sums."""
    order = sorted(names, key=lambda name: (name not in moves, name))
    single = [Measure((name,)) for name in order if name in moves]
    pairs = [(a, b) for a, b in permutations(order, 2) if a in moves or b in moves]
    differences = [Measure((a,), (b,)) for a, b in pairs]
    moving = [(a, b) for a, b in pairs if a in moves and b in moves]
    sums = [Measure(pair) for pair in moving if pair[0] < pair[1]]
    euclid = [Measure(pair, ordered=True) for pair in moving]
    return (*(*single, *differences, *sums)[:MANY], *(euclid if len(euclid) == 2 else ()))
