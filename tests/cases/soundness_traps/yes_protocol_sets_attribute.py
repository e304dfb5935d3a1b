# verheal: check
# subject: f
# expect: proved
from collections.abc import Callable
from typing import Protocol


class Turned(Protocol):
    got: Callable[[], int]


class Box:
    def get(self) -> int:
        return 1


def turn(t: Turned) -> None:
    t.got = lambda: 2


def f(b: Box) -> int:
    r = b.get()
    assert r == 1
    return r
