# verheal: check
# subject: f
# expect: proved
from collections.abc import Callable


def override(g: Callable[[int], int]) -> Callable[[int], int]:
    return lambda n: 2 * g(n)


def step(n: int) -> int:
    return n


def f(n: int) -> int:
    r = step(n)
    assert r == n
    return r
