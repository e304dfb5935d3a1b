# verheal: check
# subject: f
# expect: proved
# why: what annotates a local variable is not looked up
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from enum import Enum

    class Colour(Enum):
        RED = 1


def f(n: int) -> bool:
    colour: Colour | None = None
    return colour is not None
