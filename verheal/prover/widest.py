"""Of candidates that say the same of different ranges, those that say most by the ranges that were seen.

The others follow, or are of ranges that were always empty; each would cost lemmas of its own. What holds for all of a
range says more of a wider one, what holds somewhere in it of a narrower one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from verheal.contracts.core.evaluate import evaluate
from verheal.contracts.core.expr import App, Binder, Expr, Var, children, integer
from verheal.contracts.core.types import BOOL
from verheal.contracts.core.values import NotExecutable

State = Mapping[str, object]
Span = tuple[int, int]
MOST_OF_ONE = 10


@dataclass(frozen=True)
class _Range:
    """What one quantifier ranges over in every view; `somewhere` under a negation."""

    spans: tuple[Span, ...]
    somewhere: bool

    def follows(self, other: _Range) -> bool:
        """Does what the other says say all that this one says?"""
        narrow, wide = (other, self) if self.somewhere else (self, other)
        return all(
            low >= high or (least <= low and high <= most)
            for (low, high), (least, most) in zip(narrow.spans, wide.spans, strict=True)
        )

    def size(self) -> int:
        total = sum(high - low for low, high in self.spans)
        return -total if self.somewhere else total


Seen = tuple[_Range, ...]


def widest(candidates: Sequence[Expr], views: Sequence[State]) -> tuple[Expr, ...]:
    """The candidates that are not of ranges, and of the others those that no other one says more than."""
    found: dict[Expr, Seen | None] = {}
    groups: dict[tuple[object, ...], list[Expr]] = {}
    for candidate in candidates:
        ranges, body = _ranges(candidate)
        found[candidate] = _seen(ranges, views) if ranges else None
        if found[candidate] is not None:
            groups.setdefault((_undated(body), *(binder.var for binder, _ in ranges)), []).append(candidate)
    kept = {candidate for candidate, seen in found.items() if seen is None}
    for group in groups.values():
        kept |= set(_widest({candidate: seen for candidate in group if (seen := found[candidate]) is not None}))
    return tuple(candidate for candidate in candidates if candidate in kept)


def _widest(group: Mapping[Expr, Seen]) -> Iterable[Expr]:
    """Of candidates with one body; of ranges of pairs only the widest: there are too many of the others."""
    known: list[Seen] = []
    for candidate, seen in sorted(group.items(), key=lambda item: -_size(item[1]) if len(item[1]) > 1 else 0):
        hollow = any(not one.somewhere and all(low >= high for low, high in one.spans) for one in seen)
        covered = any(_within(seen, other) for other in known) if len(seen) > 1 else _trails(candidate, group)
        if not hollow and not covered and seen not in known and len(known) < MOST_OF_ONE:
            known.append(seen)
            yield candidate


def _trails(candidate: Expr, group: Mapping[Expr, Seen]) -> bool:
    """Is the same said of all from 0 up to where this range ends? Then it holds from wherever it begins."""
    return isinstance(candidate, Binder) and any(
        isinstance(other, Binder)
        and other is not candidate
        and other.high == candidate.high
        and other.low == integer(0)
        and _within(group[candidate], group[other])
        for other in group
    )


def _size(seen: Seen) -> int:
    return sum(one.size() for one in seen)


def _ranges(candidate: Expr) -> tuple[list[tuple[Binder, bool]], Expr]:
    """The bounded quantifiers that the candidate begins with, the inner ones only where they stand for themselves."""
    found: list[tuple[Binder, bool]] = []
    somewhere = False
    while True:
        match candidate:
            case Binder() if candidate.low is not None and candidate.high is not None:
                found.append((candidate, somewhere))
                candidate = candidate.body
            case App("not", (Binder() as inner,)) if inner.low is not None and found:
                somewhere = not somewhere
                candidate = inner
            case _:
                return found, candidate if not somewhere else App("not", (candidate,), BOOL)


def _undated(body: Expr) -> Expr:
    """The body whether of tables as on entry or as they are now, where it does not compare the two."""
    names = {part.name for part in _variables(body)}
    dated = {name for name in names if name.startswith("entry(") and name[6:-1] not in names}
    return _renamed(body, dated) if dated else body


def _variables(term: Expr) -> Iterable[Var]:
    if isinstance(term, Var):
        yield term
    for part in children(term):
        yield from _variables(part)


def _renamed(term: Expr, dated: set[str]) -> Expr:
    match term:
        case Var(name, kind):
            return Var(name[6:-1], kind) if name in dated else term
        case App(op, parts, kind, index):
            return App(op, tuple(_renamed(part, dated) for part in parts), kind, index)
        case _:
            return term


def _seen(ranges: list[tuple[Binder, bool]], views: Sequence[State]) -> Seen | None:
    """None where a range speaks of an outer variable, or is not known in a view."""
    found = []
    for binder, somewhere in ranges:
        spans = []
        for view in views:
            try:
                low, high = (evaluate(end, view) for end in (binder.low, binder.high) if end is not None)
            except (NotExecutable, AssertionError, TypeError, KeyError, ValueError, OverflowError):
                return None
            if not isinstance(low, int) or not isinstance(high, int):
                return None
            spans.append((low, high) if low < high else (0, 0))
        found.append(_Range(tuple(spans), somewhere))
    return tuple(found)


def _within(one: Seen, other: Seen) -> bool:
    """Does the other say all that this one says?"""
    return all(mine.follows(its) for mine, its in zip(one, other, strict=True))
