# verheal: check
# subject: f
# expect: proved
from dataclasses import dataclass


@dataclass
class Point:
    name: str
    fixed: bool | None


def f(p: Point) -> str:
    return repr(p)
