# verheal: check
# subject: last_or
# expect: refuted safety:IndexError | raises
# witness: last_or([], 0)
# why: an empty list has no last item
from __future__ import annotations

from typing import TypeVar

T = TypeVar("T")


def last_or(items: list[T], otherwise: T) -> T:
    if len(items) >= 0:
        return items[len(items) - 1]
    return otherwise
