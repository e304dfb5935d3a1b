from dataclasses import dataclass


@dataclass(frozen=True)
class Interval:
    low: int
    high: int

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError("low > high")


def overlap(a: Interval, b: Interval) -> bool:
    return max(a.low, b.low) <= min(a.high, b.high)
