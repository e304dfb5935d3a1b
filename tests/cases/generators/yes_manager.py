# verheal: check
# subject: translated
# expect: proved
# why: what the block raises leaves, or becomes what is raised here on purpose
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
            log.pop()
