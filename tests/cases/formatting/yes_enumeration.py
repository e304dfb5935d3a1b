# verheal: check
# subject: f
# expect: proved
from enum import Enum


class Color(Enum):
    RED = 1
    BLUE = 2

    def __str__(self) -> str:
        return self.name[0]


def f(c: Color) -> str:
    return f"{c} {c!r} {str(c)}"
