# verheal: check
# subject: C.reader
# expect: proved
# why: it gives an int whatever the field holds by then
from __future__ import annotations

from collections.abc import Callable


class C:
    def __init__(self) -> None:
        self.count: int | None = None

    def reader(self, otherwise: int) -> Callable[[], int]:
        self.count = otherwise

        def read() -> int:
            count = self.count
            return otherwise if count is None else count

        assert self.count == read()
        return read
