# verheal: check
# subject: ends
# expect: proved
# why: both returns keep the annotation
from __future__ import annotations


def ends(xs: list[int] | None) -> tuple[int, int] | None:
    if xs:
        return (xs[0], xs[-1])
    return None
