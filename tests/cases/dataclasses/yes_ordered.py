# verheal: check
# subject: f
# expect: proved
# allow: unknown
# why: dataclasses have no order unless asked for
from dataclasses import dataclass


@dataclass(order=True)
class Point:
    x: int


def f(a: int, b: int) -> bool:
    return Point(a) < Point(b)
