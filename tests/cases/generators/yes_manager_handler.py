# verheal: check
# subject: averaged
# expect: proved
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def averaged(rounds: int) -> Iterator[int]:
    try:
        yield rounds
    except ValueError:
        rounds = 100 // 7
