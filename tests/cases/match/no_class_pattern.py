# verheal: check
# subject: area
# expect: refuted safety:ZeroDivisionError
# witness: area(Oblong(1, 0))
from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Square:
    side: int


@dataclass
class Oblong:
    wide: int
    high: int


def area(shape: Square | Oblong) -> int:
    match shape:
        case Square(n) | Oblong(wide=0, high=n):
            return n * n
        case Oblong(wide, high):
            assert high == shape.high
            return wide // high
