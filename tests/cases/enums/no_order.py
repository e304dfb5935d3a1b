# verheal: check
# subject: f
# expect: refuted assert
# witness: f(Level.LOW, Level.LOW)
from enum import IntEnum


class Level(IntEnum):
    LOW = 1
    HIGH = 9


def f(a: Level, b: Level) -> Level:
    r = a if a > b else b
    assert r > a or r > b
    return r
