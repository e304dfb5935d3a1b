# verheal: check
# subject: f
# expect: proved
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int = 0


def f(a: int) -> int:
    return Point(a).x
