# verheal: check
# subject: translated
# expect: refuted safety:IndexError
# witness: (m := translated([]), m.__enter__(), m.__exit__(None, None, None))
# why: pop takes an index, and what was appended to an empty log is at 0
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def translated(log: list[int]) -> Iterator[None]:
    log.append(1)
    try:
        yield
    except ValueError:
        raise KeyError("not there") from None
    finally:
        if log:
            log.pop(1)
