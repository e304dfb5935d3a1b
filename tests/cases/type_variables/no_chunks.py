# verheal: check
# subject: in_chunks
# expect: refuted safety:ValueError | raises
# witness: in_chunks([], 0)
# why: range takes no step of 0
from __future__ import annotations

from typing import TypeVar

T = TypeVar("T")


def in_chunks(items: list[T], size: int) -> list[list[T]]:
    if size < 0:
        return []
    chunks = []
    for start in range(0, len(items), size):
        chunks.append(items[start : start + size])
    return chunks
