# verheal: check
# subject: counting
# expect: refuted safety:IndexError
# allow: unknown
# witness: (lambda log: (lambda m: (m.__enter__(), log.clear(), m.__exit__(None, None, None)))(counting(log)))([])
# why: the block may take away what was appended; runs have none
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
        left = log.pop()
