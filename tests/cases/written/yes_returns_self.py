# verheal: check
# subject: f
# expect: proved
from typing import Self


class Open:
    def __enter__(self) -> Self:
        return self


class Below(Open):
    pass


def f(a: Below) -> Below:
    return a.__enter__()
