# verheal: check
# subject: Reader.width
# expect: proved
from typing import Any, NamedTuple


class Cell(NamedTuple):
    wide: int
    inside: str


class Reader:
    def __init__(self, words: Any, wide: int) -> None:
        self.cell: Cell | None = None
        if words:
            self.cell = Cell(wide * wide, words[0])
        self.first = Cell(wide * wide, words)

    def width(self) -> float:
        return 1.0 if self.cell else 1 / (abs(self.first.wide) + 1)
