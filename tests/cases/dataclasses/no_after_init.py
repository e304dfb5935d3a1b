# verheal: check
# subject: Span.__post_init__
# expect: refuted assert | raises
# witness: Span(1, 1)
# why: equal ends are not swapped and stay equal
from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Span:
    span_low: int
    span_high: int

    def __post_init__(self) -> None:
        if self.span_high < self.span_low:
            self.span_low, self.span_high = self.span_high, self.span_low
        assert self.span_low < self.span_high
