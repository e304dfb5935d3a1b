# verheal: check
# subject: capped
# expect: proved
# why: what it takes and gives is what is written of the result
from collections.abc import Callable


def capped(most: int) -> Callable[[int], int]:
    if most < 0:
        most = 0

    def cap(x: int) -> int:
        if x > most:
            raise ValueError(most)
        return x

    return cap
