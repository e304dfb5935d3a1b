# verheal: check
# subject: f
# expect: proved
from dataclasses import dataclass


@dataclass
class Box:
    v: int


def f(a: Box, b: Box) -> int:
    a.v = 1
    b.v = 2
    assert a is b or a.v == 1
    return a.v
