"""An order moves from open to shipped or to cancelled, never to both."""
from __future__ import annotations

from icontract import ensure, invariant, require


@invariant(lambda self: not (self.shipped and self.cancelled))
class Order:
    def __init__(self) -> None:
        self.shipped: bool = False
        self.cancelled: bool = False

    @require(lambda self: not self.cancelled)
    @ensure(lambda self: self.shipped)
    def ship(self) -> None:
        self.shipped = True

    @ensure(lambda self: self.cancelled)
    def cancel(self) -> None:
        self.cancelled = True
