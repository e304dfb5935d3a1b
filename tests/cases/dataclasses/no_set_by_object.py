# verheal: check
# subject: f
# expect: refuted assert
# witness: f(-1)
from dataclasses import dataclass


@dataclass(frozen=True)
class Kept:
    x: int

    def __init__(self, x: int) -> None:
        object.__setattr__(self, "x", x)


def f(n: int) -> int:
    k = Kept(n)
    assert k.x >= 0
    return k.x
