# verheal: check
# subject: f
# expect: proved
from __future__ import annotations

from re import Match


def f(s: object) -> bool:
    return isinstance(s, Match)
