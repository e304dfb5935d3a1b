# verheal: check
# subject: f
# expect: proved
# allow: unknown
from enum import Enum


class Tint(Enum):
    RED = 1


def f(n: int) -> bool:
    return Tint.RED is not None
