# verheal: check
# subject: f
# expect: refuted type
# witness: f(Below())
from typing import Self


class Open:
    def __enter__(self) -> Self:
        return Open()


class Below(Open):
    pass


def f(a: Below) -> Below:
    return a.__enter__()
