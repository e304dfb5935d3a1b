# verheal: check
# subject: f
# expect: refuted safety:TypeError
# witness: f(0)
from typing import NamedTuple


class Point(NamedTuple):
    x: int
    y: int = 0


def f(n: int) -> Point:
    return Point(n, x=n)
