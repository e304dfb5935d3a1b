# verheal: check
# subject: f
# expect: proved
# why: what was given something else than is written does not hold what is written
from typing import NamedTuple


class Pair(NamedTuple):
    left: int
    right: int = 0


class Kept:
    def __init__(self, n: int) -> None:
        self.pair = Pair(n)

    def left(self) -> int:
        return self.pair.left


def f(kept: Kept) -> int:
    return kept.left()
