from typing import final


@final
class Square:
    def __init__(self, side: int) -> None:
        self.side = side


@final
class Rectangle:
    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height


def _area(shape: Square | Rectangle) -> int:
    if isinstance(shape, Square):
        return shape.side**2
    return shape.width * shape.height


def total_area(shapes: list[Square | Rectangle]) -> int:
    return sum(map(_area, shapes))
