# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: (lambda b: (turn(b), f(b)))(Box())
from collections.abc import Callable
from typing import Protocol


class Turned(Protocol):
    get: Callable[[], int]


class Box:
    def get(self) -> int:
        return 1


def turn(t: Turned) -> None:
    t.get = lambda: 2


def f(b: Box) -> int:
    r = b.get()
    assert r == 1
    return r
