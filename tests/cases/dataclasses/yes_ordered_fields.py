# verheal: check
# subject: later
# expect: proved
# why: compared as the tuples of their fields, the first one first
from __future__ import annotations

from dataclasses import dataclass


@dataclass(order=True)
class Release:
    major_part: int
    minor_part: int = 0


def later(a: Release, b: Release) -> Release:
    found = a if b < a else b
    assert found.major_part >= a.major_part
    return found
