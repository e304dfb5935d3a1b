# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError
# witness: f(1)
from typing import NamedTuple


class Point(NamedTuple):
    x: int
    y: int = 0


def f(n: int) -> int:
    p = Point(n)
    return 1 // p.y
