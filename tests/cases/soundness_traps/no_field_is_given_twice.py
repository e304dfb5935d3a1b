# verheal: check
# subject: f
# expect: refuted safety:TypeError
# witness: f()
from dataclasses import dataclass


@dataclass
class Box:
    n: int
    m: int = 0


def f() -> int:
    return Box(1, n=2).n
