# verheal: check
# subject: balanced
# expect: refuted raises | safety:ZeroDivisionError
# witness: balanced([]).__enter__(), balanced([]).__exit__(None, None, None)
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def balanced(weights: list[int]) -> Iterator[float]:
    yield 1 / len(weights)
