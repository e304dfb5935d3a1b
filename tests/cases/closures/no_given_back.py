# verheal: check
# subject: capped
# expect: refuted safety:TypeError | raises
# witness: capped(-1)
from collections.abc import Callable


def capped(most: int) -> Callable[[int], int]:
    if most < 0:
        most += ""

    def cap(x: int) -> int:
        if x > most:
            raise ValueError(most)
        return x

    return cap
