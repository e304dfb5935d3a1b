# verheal: check
# subject: f
# expect: refuted assert
# witness: f(Point(1))
from dataclasses import dataclass


@dataclass
class Point:
    x: int


def f(p: Point) -> None:
    old = p.x
    p.x += 1
    assert p.x == old
