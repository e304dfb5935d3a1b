# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: (lambda b: (turn(b), f(b)))(Box())
from collections.abc import Callable
from typing import Protocol


class Turned(Protocol):
    fetch: Callable[[], int]


class Box:
    def fetch(self) -> int:
        return 1


def turn(t: Turned) -> None:
    t.fetch = lambda: 2


def f(b: Box) -> int:
    r = b.fetch()
    assert r == 1
    return r
