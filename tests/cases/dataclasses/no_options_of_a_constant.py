# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError
# witness: f(Point(0, 0))
from dataclasses import dataclass

OPTIONS = {"slots": True}


@dataclass(**OPTIONS)
class Point:
    x: int
    y: int = 1


def f(p: Point) -> int:
    return 100 // (p.x * p.y)
