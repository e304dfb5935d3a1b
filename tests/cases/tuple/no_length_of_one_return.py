# verheal: check
# subject: ends
# expect: refuted type
# witness: ends([0])
# why: one of two returns is fine; the annotation is owed by both, and which one failed is not told apart
from __future__ import annotations


def ends(xs: list[int] | None) -> tuple[int, int] | None:
    if xs:
        return tuple(xs)
    return None
