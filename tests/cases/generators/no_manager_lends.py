# verheal: check
# subject: lending
# expect: refuted safety:TypeError | raises
# allow: unknown
# witness: (lambda m: (m.__enter__().append("a"), m.__exit__(None, None, None)))(lending())
# why: the block that gets the list may put text into it; runs have none
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def lending() -> Iterator[Any]:
    lent = [1]
    yield lent
    for one in lent:
        one // 7
