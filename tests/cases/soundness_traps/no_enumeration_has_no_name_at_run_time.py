# verheal: check
# subject: f
# expect: refuted raises | safety:NameError
# allow: unknown
# witness: f(1)
# why: the class is there for type checkers only
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from enum import Enum

    class Colour(Enum):
        RED = 1


def f(n: int) -> bool:
    return Colour.RED is not None
