# verheal: check
# subject: f
# expect: refuted safety:FrozenInstanceError
# witness: f(Point(1))
from dataclasses import dataclass


@dataclass(frozen=True)
class Point:
    x: int


def f(p: Point) -> None:
    p.x = 1
