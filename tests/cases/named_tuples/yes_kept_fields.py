# verheal: check
# subject: f
# expect: proved
from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    low: int
    high: int


def f(span: Span) -> int:
    longer = Span(span.low, span.high + 1)
    if span.high == span.low:
        return 100 // (longer.high - longer.low)
    return 100 // (span.high - span.low)
