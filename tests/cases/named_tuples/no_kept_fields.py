# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError | raises
# witness: f(Span(0, 0))
from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    low: int
    high: int


def f(span: Span) -> int:
    longer = Span(span.low, span.high)
    if span.high == span.low:
        return 100 // (longer.high - longer.low)
    return 100 // (span.high - span.low)
