# verheal: check
# subject: f
# expect: refuted assert
# witness: f(1)
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int = 0


def f(a: int) -> int:
    p = Point(a)
    assert p.y == a
    return p.y
