# verheal: check
# subject: f
# expect: proved
# why: with init=False the constructor is the one that is written
from dataclasses import dataclass


@dataclass(init=False)
class Scaled:
    n: int

    def __init__(self, n: int) -> None:
        self.n = n * 2


def f(n: int) -> int:
    s = Scaled(n)
    assert s.n == n + n
    return s.n
