"""Of candidates that say the same of different ranges, those of the widest ranges that were seen.

The others follow, or are of ranges that were always empty; each would cost lemmas of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from verheal.contracts.core.evaluate import evaluate
from verheal.contracts.core.expr import Binder, Expr
from verheal.contracts.core.values import NotExecutable

State = Mapping[str, object]
Span = tuple[int, int]
Seen = tuple[tuple[Span, ...], ...]  # of each binder, in every view
MOST_OF_ONE = 8


def widest(candidates: Sequence[Expr], views: Sequence[State]) -> tuple[Expr, ...]:
    """The candidates that are not of ranges, and of the others those that no other one says more than."""
    found: dict[Expr, Seen | None] = {}
    groups: dict[tuple[object, ...], list[Expr]] = {}
    for candidate in candidates:
        ranges, body = _ranges(candidate)
        found[candidate] = _seen(ranges, views) if ranges else None
        if found[candidate] is not None:
            groups.setdefault((body, *(binder.var for binder in ranges)), []).append(candidate)
    kept = {candidate for candidate, seen in found.items() if seen is None}
    for group in groups.values():
        kept |= set(_widest({candidate: seen for candidate in group if (seen := found[candidate]) is not None}))
    return tuple(candidate for candidate in candidates if candidate in kept)


def _widest(group: Mapping[Expr, Seen]) -> Iterable[Expr]:
    """Of candidates with one body; of ranges of pairs only the widest: there are too many of the others."""
    known: list[Seen] = []
    for candidate, seen in sorted(group.items(), key=lambda item: -_size(item[1]) if len(item[1]) > 1 else 0):
        hollow = any(not any(low < high for low, high in spans) for spans in seen)
        covered = len(seen) > 1 and any(_within(seen, other) for other in known)
        if not hollow and not covered and seen not in known and len(known) < MOST_OF_ONE:
            known.append(seen)
            yield candidate


def _size(seen: Seen) -> int:
    return sum(high - low for spans in seen for low, high in spans)


def _ranges(candidate: Expr) -> tuple[list[Binder], Expr]:
    """The bounded quantifiers that the candidate begins with, the inner ones only where they stand for themselves."""
    found: list[Binder] = []
    while isinstance(candidate, Binder) and candidate.low is not None and candidate.high is not None:
        found.append(candidate)
        candidate = candidate.body
    return found, candidate


def _seen(ranges: list[Binder], views: Sequence[State]) -> Seen | None:
    """None where a range speaks of an outer variable, or is not known in a view."""
    found = []
    for binder in ranges:
        spans = []
        for view in views:
            try:
                low, high = (evaluate(end, view) for end in (binder.low, binder.high) if end is not None)
            except (NotExecutable, AssertionError, TypeError, KeyError, ValueError, OverflowError):
                return None
            if not isinstance(low, int) or not isinstance(high, int):
                return None
            spans.append((low, high) if low < high else (0, 0))
        found.append(tuple(spans))
    return tuple(found)


def _within(one: Seen, other: Seen) -> bool:
    """Does the other say all that this one says?"""
    return all(
        low >= high or (least <= low and high <= most)
        for spans, wider in zip(one, other, strict=True)
        for (low, high), (least, most) in zip(spans, wider, strict=True)
    )
