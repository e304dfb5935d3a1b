# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: f(Other())
from abc import ABC


class Shape(ABC):
    pass


class Other:
    pass


Shape.register(Other)


def f(x: Other) -> int:
    r = 1 if isinstance(x, Shape) else 0
    assert r == 0
    return r
