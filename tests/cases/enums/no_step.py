# verheal: check
# subject: f
# expect: refuted assert
# witness: f(Light.YELLOW)
from enum import Enum


class Light(Enum):
    RED = 0
    GREEN = 1
    YELLOW = 2


def f(x: Light) -> Light:
    if x is Light.RED:
        r = Light.GREEN
    elif x == Light.GREEN:
        r = Light.YELLOW
    else:
        r = Light.YELLOW
    assert r is not x
    return r
