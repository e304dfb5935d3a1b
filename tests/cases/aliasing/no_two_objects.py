# verheal: check
# subject: f
# expect: refuted assert
# witness: (lambda b: f(b, b))(Box(0))
from dataclasses import dataclass


@dataclass
class Box:
    v: int


def f(a: Box, b: Box) -> int:
    a.v = 1
    b.v = 2
    assert a.v == 1
    return a.v
