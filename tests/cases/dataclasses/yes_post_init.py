# verheal: check
# subject: f
# expect: proved
# allow: unknown
from dataclasses import dataclass


@dataclass
class Range:
    low: int
    high: int

    def __post_init__(self) -> None:
        if self.high < self.low:
            self.high = self.low


def f(a: int) -> int:
    r = Range(a, 0)
    assert r.high >= r.low
    return r.high
