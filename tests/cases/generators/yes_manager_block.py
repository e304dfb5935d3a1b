# verheal: check
# subject: counting
# expect: proved
# why: the block may change what it reaches, never the locals of the manager
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def counting(log: list[int]) -> Iterator[None]:
    log.append(1)
    left = 1
    try:
        yield
    finally:
        left = 7 // left
