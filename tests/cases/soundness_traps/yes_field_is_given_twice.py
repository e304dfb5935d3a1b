# verheal: check
# subject: f
# expect: proved
from dataclasses import dataclass


@dataclass
class Box:
    n: int
    m: int = 0


def f() -> int:
    return Box(1, m=2).n
