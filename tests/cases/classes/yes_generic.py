# verheal: check
# subject: f
# expect: proved
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass
class Cell(Generic[T]):
    value: T
    size: int


def size(cell: Cell[str]) -> int:
    return cell.size


def f(n: int) -> int:
    cell: Cell[str] = Cell("", n)
    return 100 // (abs(size(cell)) + 1)
