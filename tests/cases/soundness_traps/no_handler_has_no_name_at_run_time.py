# verheal: check
# subject: f
# expect: refuted raises | safety:NameError
# witness: f("x")
# why: the class of the handler has no name at run time
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:

    class Odd(ValueError):
        pass


def f(s: str) -> int:
    try:
        return int(s)
    except Odd:
        return 0
    except ValueError:
        return 1
