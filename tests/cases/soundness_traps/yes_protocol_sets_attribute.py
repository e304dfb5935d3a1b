# verheal: check
# subject: f
# expect: proved
from collections.abc import Callable
from typing import Protocol


class Turned(Protocol):
    fetch: Callable[[], int]


class Box:
    def bring(self) -> int:
        return 1


def turn(t: Turned) -> None:
    t.fetch = lambda: 2


def f(b: Box) -> int:
    r = b.bring()
    assert r == 1
    return r
