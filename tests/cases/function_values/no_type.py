# verheal: check
# subject: C.reader
# expect: refuted assert
# witness: C().reader(0)
# why: 0 is a count too
from __future__ import annotations

from collections.abc import Callable


class C:
    def __init__(self) -> None:
        self.count: int | None = None

    def reader(self, otherwise: int) -> Callable[[], int]:
        self.count = otherwise

        def read() -> int:
            count = self.count
            return otherwise if count is None else count or 1

        assert self.count == read()
        return read
