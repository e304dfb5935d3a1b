# verheal: check
# subject: f
# expect: refuted safety:AttributeError | raises
# witness: f(1)
# why: the enumeration has no such member
from enum import Enum


class Tint(Enum):
    RED = 1


def f(n: int) -> bool:
    return Tint.BLUE is not None
