# verheal: check
# subject: f
# expect: refuted safety:AttributeError
# allow: unknown
# witness: f(Sub())
from dataclasses import dataclass


@dataclass
class Base:
    n: int


class Sub(Base):
    def __init__(self) -> None:
        pass


def f(b: Base) -> int:
    return b.n
