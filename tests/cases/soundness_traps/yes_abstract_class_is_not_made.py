# verheal: check
# subject: f
# expect: proved
# why: a class with abstract methods cannot be called

from abc import ABC, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self) -> int: ...


class Square(Shape):
    def area(self) -> int:
        return 4


def f(x: int) -> int:
    if x == 98765432123:
        Square()
        return 4
    return x
