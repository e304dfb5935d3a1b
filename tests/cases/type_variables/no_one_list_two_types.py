# verheal: check
# subject: kept_length
# expect: refuted assert
# allow: unknown
# witness: (lambda numbers: kept_length(numbers, numbers))([1])
# why: a list of ints is a list of T as well: both parameters may be the same object
from __future__ import annotations

from typing import TypeVar

T = TypeVar("T")


def kept_length(items: list[T], numbers: list[int]) -> int:
    before = len(numbers)
    items.clear()
    assert len(numbers) == before
    return before
