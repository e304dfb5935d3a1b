# verheal: check
# subject: Held.share
# expect: refuted safety:ZeroDivisionError | raises
# witness: Held("").share({})
from typing import Any


class Held:
    def __init__(self, things: Any) -> None:
        self.things = frozenset(things)

    def share(self, more: dict) -> int:  # type: ignore[type-arg]
        return 100 // (len(more) + (1 if self.things else 0))
