# verheal: check
# subject: f
# expect: proved
# why: a field of a named tuple can be read, and conforms to its annotation
from typing import NamedTuple


class Point(NamedTuple):
    x: int
    y: int = 0


def f(n: int) -> int:
    p = Point(n)
    return 1 // (abs(p.x) + 1)
