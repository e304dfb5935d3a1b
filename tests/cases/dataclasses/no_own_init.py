# verheal: check
# subject: f
# expect: refuted assert
# witness: f(1)
from dataclasses import dataclass


@dataclass(init=False)
class Scaled:
    n: int

    def __init__(self, n: int) -> None:
        self.n = n * 2


def f(n: int) -> int:
    s = Scaled(n)
    assert s.n == n
    return s.n
