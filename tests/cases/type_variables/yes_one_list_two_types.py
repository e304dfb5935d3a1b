# verheal: check
# subject: kept_length
# expect: proved
# why: a list made here is not one that came in, whatever is known of the items
from __future__ import annotations

from typing import TypeVar

T = TypeVar("T")


def kept_length(items: list[T], numbers: list[int]) -> int:
    before = len(numbers)
    items = list(items)
    items.clear()
    assert len(numbers) == before
    return before
