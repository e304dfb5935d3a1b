from typing import final


@final
class Square:
    def __init__(self, side: int) -> None:
        self.side = side

    def area(self) -> int:
        return self.side * self.side


@final
class Rectangle:
    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height

    def area(self) -> int:
        return self.width * self.height


def total_area(shapes: list[Square | Rectangle]) -> int:
    total = 0
    for shape in shapes:
        total += shape.area()
    return total
