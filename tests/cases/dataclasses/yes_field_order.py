# verheal: check
# subject: f
# expect: proved
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


def f(a: int, b: int) -> int:
    p = Point(a, b)
    assert p.x == a
    return p.y
