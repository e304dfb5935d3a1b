# verheal: check
# subject: balanced
# expect: proved
# why: what the block is given is worked out when it is entered
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def balanced(weights: list[int]) -> Iterator[float]:
    yield 1 / max(1, len(weights))
