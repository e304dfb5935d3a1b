# verheal: check
# subject: f
# expect: refuted type
# witness: f(Kept(""))
from typing import NamedTuple


class Pair(NamedTuple):
    left: int
    right: int = 0


class Kept:
    def __init__(self, n: str) -> None:
        self.pair = Pair(n)

    def left(self) -> int:
        return self.pair.left


def f(kept: Kept) -> int:
    return kept.left()
