"""Shapes with an area; postconditions are inherited."""
from __future__ import annotations

from icontract import DBC, ensure, require


class Shape(DBC):
    @ensure(lambda result: result >= 0)
    def area(self) -> int:
        return 0


class Square(Shape):
    def __init__(self, side: int) -> None:
        self.side: int = side

    def area(self) -> int:
        return self.side * self.side


class Frame(Shape):
    """A square with a square hole in it."""

    @require(lambda outer, inner: outer >= 0 and inner >= 0)
    def __init__(self, outer: int, inner: int) -> None:
        self.outer: int = outer
        self.inner: int = inner

    def area(self) -> int:
        return self.outer * self.outer - self.inner * self.inner
