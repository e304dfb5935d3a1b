# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: f()
from dataclasses import dataclass, field


@dataclass
class Box:
    a: int
    b: int = field(kw_only=True)
    c: int = 3


def f() -> int:
    x = Box(1, 2, b=5)
    assert x.b == 2
    return x.c
