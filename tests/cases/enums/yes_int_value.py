# verheal: check
# subject: f
# expect: proved
from enum import IntEnum


class Level(IntEnum):
    LOW = 1
    HIGH = 9


def f(x: Level) -> int:
    r = x + 1
    assert r == 2 or r == 10
    return r
