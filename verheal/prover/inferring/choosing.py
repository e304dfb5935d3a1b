"""Which conditions to ask of callers: the weakest that turn away every call that failed, by what runs have shown.

A guess, which the prover has to confirm. Nothing here runs or proves anything.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

MOST_IN_PAIRS = 60
MOST_LOST = 0.25  # of the good calls: what excludes more is no precondition that anybody would write


@dataclass(frozen=True)
class Table:
    """For each condition the calls, by number, for which it was true. `good` ones returned, `bad` ones failed."""

    true: Mapping[str, frozenset[int]]
    good: frozenset[int]
    bad: frozenset[int]
    calls: tuple[str, ...] = ()

    def holds(self, text: str) -> frozenset[int]:
        """The calls for which it holds, be it one condition or either of two."""
        return frozenset().union(*(self.true[part] for part in ([text] if text in self.true else text.split(" or "))))

    def turned_away(self, text: str) -> frozenset[int]:
        """The bad calls that the condition excludes."""
        return self.bad - self.true[text]

    def lost(self, text: str) -> frozenset[int]:
        """The good calls that it excludes."""
        return self.good - self.true[text]


def chosen(table: Table) -> tuple[str, ...] | None:
    """Conditions that together exclude all that is bad, and as little as possible of what is good, at most a share of
    it; None when there are none. One is better than several that exclude the same, an earlier one than a later one."""
    pairs = _pairs(table)
    found: list[str] = []
    left = table.bad
    while left:
        harmless = [text for text in pairs.true if not pairs.lost(text) and pairs.turned_away(text) & left]
        options = harmless or [text for text in table.true if table.turned_away(text) & left]
        if not options:
            return None
        best = min(options, key=lambda text: (-_worth(pairs, text, left), " or " in text))
        found.append(best)
        left -= pairs.turned_away(best)
    kept = _needed(pairs, found)
    lost = frozenset[int]().union(*map(pairs.lost, kept))
    alone = [text for text in table.true if table.bad <= table.turned_away(text) and table.lost(text) <= lost]
    if alone:
        kept = (min(alone, key=lambda text: len(table.lost(text))),)
    return kept if len(lost) <= len(table.good) * MOST_LOST else None


def hardest(table: Table) -> str:
    """The bad call that the fewest conditions exclude, of those that keep what is good; the first of several."""
    useful = [text for text in table.true if len(table.lost(text)) <= len(table.good) * MOST_LOST]
    number = min(sorted(table.bad), key=lambda n: sum(n not in table.true[text] for text in useful))
    return table.calls[number]


def _worth(table: Table, text: str, left: frozenset[int]) -> float:
    """So many bad calls are excluded for each good one."""
    return len(table.turned_away(text) & left) / (1 + len(table.lost(text)))


def _pairs(table: Table) -> Table:
    """The table, and of two conditions that one of them holds where that alone loses nothing good."""
    useful = [text for text in table.true if table.turned_away(text) and table.lost(text)][:MOST_IN_PAIRS]
    made = dict(table.true)
    for one, other in combinations(useful, 2):
        both = table.true[one] | table.true[other]
        if table.good <= both and not table.bad <= both and " or " not in one + other:
            made.setdefault(f"{one} or {other}", both)
    return Table(made, table.good, table.bad, table.calls)


def _needed(table: Table, found: Sequence[str]) -> tuple[str, ...]:
    """Without those that the later ones make needless."""
    kept = list(found)
    for text in found:
        others = [other for other in kept if other != text]
        if others and table.bad <= frozenset().union(*map(table.turned_away, others)):
            kept = others
    order = list(table.true)
    return tuple(sorted(kept, key=order.index))
