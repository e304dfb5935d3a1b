# verheal: check
# subject: f
# expect: refuted safety:AttributeError
# witness: f(None)
from dataclasses import dataclass
from typing import Optional


@dataclass
class Point:
    x: int


def f(p: Optional[Point]) -> int:
    if p is None:
        return p.x
    return p.x
