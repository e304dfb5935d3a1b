# verheal: check
# subject: Tray.of_one
# expect: proved
# why: the constructor makes a tray whose invariant holds
from __future__ import annotations

from icontract import ensure, invariant, require


@invariant(lambda self: 0 <= self.taken <= self.places)
class Tray:
    @require(lambda places: places > 0)
    def __init__(self, places: int, taken: int = 0) -> None:
        self.places: int = places
        self.taken: int = min(taken, places) if taken >= 0 else 0

    @classmethod
    @ensure(lambda result: result.places == 1)
    def of_one(cls) -> Tray:
        return cls(1)
