# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError
# witness: f(Box(0))
from typing import overload


class Box:
    def __init__(self, n: int) -> None:
        self.n = n

    @overload
    def get(self, default: int) -> int: ...

    @overload
    def get(self, default: str) -> int: ...

    def get(self, default: int | str) -> int:
        return self.n


def f(box: Box) -> int:
    return 100 // (box.get("") * box.get(1))
