# verheal: check
# subject: f
# expect: proved
import functools
from collections.abc import Callable


def twice(g: Callable[[int], int]) -> Callable[[int], int]:
    return functools.wraps(g)(lambda n: 2 * g(n))


def f(n: int) -> int:
    """
    post: __return__ == n
    """
    return n
