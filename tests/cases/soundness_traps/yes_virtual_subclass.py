# verheal: check
# subject: f
# expect: proved
from abc import ABC


class Shape(ABC):
    pass


class Other:  # of no one
    pass


Shape.__doc__


def f(x: Other) -> int:
    r = 1 if isinstance(x, Shape) else 0
    assert r == 0
    return r
