# verheal: check
# subject: f
# expect: proved
from __future__ import annotations


class Stamp:
    def __init__(self, minutes: int) -> None:
        self.minutes = minutes

    @classmethod
    def of_hours(cls, hours: int) -> Stamp:
        return cls(hours * 60)


class Mark(Stamp):
    @classmethod
    def between(cls, first: int, last: int) -> Stamp:
        return cls.of_hours(abs(last - first) + 1)


def f(kind: type[Stamp], first: int, last: int) -> int:
    whole = Mark.between(first, last)
    return kind(720).of_hours(2).minutes // whole.minutes
