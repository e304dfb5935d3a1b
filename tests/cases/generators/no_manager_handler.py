# verheal: check
# subject: averaged
# expect: refuted raises | safety:ZeroDivisionError
# allow: unknown
# witness: (lambda m: (m.__enter__(), m.__exit__(ValueError, ValueError(), None)))(averaged(0))
# why: only a block that raises comes to the handler; runs have none
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def averaged(rounds: int) -> Iterator[int]:
    try:
        yield rounds
    except ValueError:
        rounds = 100 // rounds
