# verheal: check
# subject: f
# expect: proved
from enum import Enum


class Light(Enum):
    RED = 0
    GREEN = 1
    YELLOW = 2


def f(x: Light) -> str:
    r = x.name
    assert r != "BLUE"
    return r
