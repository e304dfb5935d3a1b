# verheal: check
# subject: f
# expect: refuted safety:NameError | raises
# witness: f(None)
# why: the name is there for type checkers only
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from re import Match


def f(s: object) -> bool:
    return isinstance(s, Match)
