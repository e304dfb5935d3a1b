# verheal: check
# subject: last_or
# expect: proved
# why: an item of a list of T is a T, and so is the default
from __future__ import annotations

from typing import TypeVar

T = TypeVar("T")


def last_or(items: list[T], otherwise: T) -> T:
    if len(items) > 0:
        return items[len(items) - 1]
    return otherwise
