# verheal: check
# subject: balanced
# expect: refuted raises | safety:ZeroDivisionError
# witness: balanced([]).__enter__(), balanced([]).__exit__(None, None, None)
# why: what the block is given is worked out when it is entered: no weights, no share
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def balanced(weights: list[int]) -> Iterator[float]:
    yield 1 / len(weights)
