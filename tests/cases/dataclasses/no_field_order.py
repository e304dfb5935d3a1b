# verheal: check
# subject: f
# expect: refuted assert
# witness: f(1, 2)
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


def f(a: int, b: int) -> int:
    p = Point(b, a)
    assert p.x == a
    return p.y
