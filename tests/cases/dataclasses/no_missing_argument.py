# verheal: check
# subject: f
# expect: refuted safety:TypeError
# allow: unknown
# witness: f(1)
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


def f(a: int) -> int:
    return Point(a).x
