# verheal: check
# subject: f
# expect: proved
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int = 0


def f(a: int) -> int:
    p = Point(a)
    assert p.y == 0
    return p.y
