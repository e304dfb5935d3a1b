# verheal: check
# subject: f
# expect: refuted safety:TypeError
# witness: f(1, 2)
# why: dataclasses have no order unless asked for
from dataclasses import dataclass


@dataclass
class Point:
    x: int


def f(a: int, b: int) -> bool:
    return Point(a) < Point(b)
