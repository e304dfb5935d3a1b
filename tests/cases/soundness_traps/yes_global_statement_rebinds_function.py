# verheal: check
# subject: f
# expect: proved
from collections.abc import Callable


def other(n: int) -> int:
    return n + 100


def step(n: int) -> int:
    return n


def change() -> None:
    pass
    step = other


def f(n: int) -> int:
    r = step(n)
    assert r == n
    return r
