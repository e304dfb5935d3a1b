# verheal: check
# subject: lending
# expect: proved
# why: no block gets the list
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def lending() -> Iterator[Any]:
    lent = [1]
    yield None
    for one in lent:
        one // 7
