# verheal: check
# subject: in_chunks
# expect: proved
# why: slices of a list of T are lists of T; the last one may be shorter
from __future__ import annotations

from typing import TypeVar

T = TypeVar("T")


def in_chunks(items: list[T], size: int) -> list[list[T]]:
    if size < 1:
        return []
    chunks = []
    for start in range(0, len(items), size):
        chunks.append(items[start : start + size])
    return chunks
