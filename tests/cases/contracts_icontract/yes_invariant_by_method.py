# verheal: check
# subject: LeakyTap.drip
# expect: proved
from __future__ import annotations

from icontract import invariant


@invariant(lambda self: self.is_tight())
class LeakyTap:
    def __init__(self, leaked: int) -> None:
        self.leaked: int = abs(leaked)

    def is_tight(self) -> bool:
        return self.leaked >= 0

    def drip(self) -> None:
        self.leaked += 1
