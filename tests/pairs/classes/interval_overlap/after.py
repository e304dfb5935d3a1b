from dataclasses import dataclass


@dataclass(frozen=True)
class Interval:
    low: int
    high: int

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError("low > high")


def overlap(a: Interval, b: Interval) -> bool:
    return not (a.high < b.low or b.high < a.low)
