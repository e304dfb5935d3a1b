# verheal: check
# subject: f
# expect: proved
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:

    class Odd(ValueError):
        pass


def f(s: str) -> int:
    try:
        return int(s)
    except ValueError:
        return 1
    except Odd:
        return 0
