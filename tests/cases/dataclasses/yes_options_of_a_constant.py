# verheal: check
# subject: f
# expect: proved
from dataclasses import dataclass

OPTIONS = {"slots": True}


@dataclass(**OPTIONS)
class Point:
    x: int
    y: int = 1


def f(p: Point) -> int:
    return 100 // (p.x * p.x + 1)
