# verheal: check
# subject: f
# expect: refuted assert
# witness: f(1)
from dataclasses import dataclass


class Base:
    def __init__(self, n: int) -> None:
        self.n: int = n + 100


@dataclass
class Sub(Base):
    n: int


def f(n: int) -> int:
    r = Sub(n).n
    assert r == n + 100
    return r
