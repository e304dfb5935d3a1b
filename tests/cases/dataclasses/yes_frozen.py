# verheal: check
# subject: f
# expect: proved
from dataclasses import dataclass


@dataclass
class Point:
    x: int


def f(p: Point) -> None:
    p.x = 1
