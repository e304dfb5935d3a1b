# verheal: check
# subject: f
# expect: proved
from collections.abc import Callable
from typing import Protocol


class Turned(Protocol):
    fetched: Callable[[], int]


class Box:
    def fetch(self) -> int:
        return 1


def turn(t: Turned) -> None:
    t.fetched = lambda: 2


def f(b: Box) -> int:
    r = b.fetch()
    assert r == 1
    return r
