# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: (change(), f(1))
from collections.abc import Callable


def other(n: int) -> int:
    return n + 100


def step(n: int) -> int:
    return n


def change() -> None:
    global step
    step = other


def f(n: int) -> int:
    r = step(n)
    assert r == n
    return r
