# verheal: check
# subject: f
# expect: proved
from dataclasses import dataclass
from typing import Optional


@dataclass
class Point:
    x: int


def f(p: Optional[Point]) -> int:
    if p is None:
        return 0
    return p.x
