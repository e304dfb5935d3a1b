# verheal: check
# subject: f
# expect: proved
from dataclasses import dataclass, field


@dataclass
class Box:
    a: int
    b: int
    c: int = 3


def f() -> int:
    x = Box(1, 2, c=5)
    assert x.b == 2
    return x.c
