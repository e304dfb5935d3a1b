# verheal: check
# subject: later
# expect: refuted assert
# witness: later(Release(0, 1), Release(1, 0))
# why: the minor part may be less
from __future__ import annotations

from dataclasses import dataclass


@dataclass(order=True)
class Release:
    major_part: int
    minor_part: int = 0


def later(a: Release, b: Release) -> Release:
    found = a if b < a else b
    assert found.minor_part >= a.minor_part
    return found
