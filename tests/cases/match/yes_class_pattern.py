# verheal: check
# subject: area
# expect: proved
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
        case Square(n) | Oblong(wide=n, high=0):
            return n * n
        case Oblong(wide, high):
            assert high == shape.high
            return wide // high
