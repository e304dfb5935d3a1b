# verheal: check
# subject: f
# expect: proved
from dataclasses import dataclass


@dataclass
class Base:
    n: int


class Sub(Base):
    def __init__(self) -> None:
        self.n = 3


def f(b: Base) -> int:
    return b.n
