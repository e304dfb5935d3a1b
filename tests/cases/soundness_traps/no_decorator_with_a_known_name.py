# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: f(1)
from collections.abc import Callable


def override(g: Callable[[int], int]) -> Callable[[int], int]:
    return lambda n: 2 * g(n)


@override
def step(n: int) -> int:
    return n


def f(n: int) -> int:
    r = step(n)
    assert r == n
    return r
