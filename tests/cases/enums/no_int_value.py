# verheal: check
# subject: f
# expect: refuted assert
# witness: f(Level.HIGH)
from enum import IntEnum


class Level(IntEnum):
    LOW = 1
    HIGH = 9


def f(x: Level) -> int:
    r = x + 1
    assert r == 2 or r == 9
    return r
