# verheal: check
# subject: f
# expect: refuted raises | safety:ValueError
# witness: f(Point("", 10**5000))
from dataclasses import dataclass


@dataclass
class Point:
    name: str
    fixed: int


def f(p: Point) -> str:
    return repr(p)
