# verheal: check
# subject: f
# expect: proved
from typing import NamedTuple


class Point(NamedTuple):
    x: int
    y: int = 0


def f(n: int) -> Point:
    return Point(n, y=n)
