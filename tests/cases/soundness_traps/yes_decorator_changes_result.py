# verheal: check
# subject: f
# expect: proved
from collections.abc import Callable


def twice(g: Callable[[int], int]) -> Callable[[int], int]:
    return lambda n: 2 * g(n)


def f(n: int) -> int:
    """
    post: __return__ == n
    """
    return n
