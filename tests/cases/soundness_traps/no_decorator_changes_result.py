# verheal: check
# subject: f
# expect: refuted post
# allow: unknown
# witness: f(1)
import functools
from collections.abc import Callable


def twice(g: Callable[[int], int]) -> Callable[[int], int]:
    return functools.wraps(g)(lambda n: 2 * g(n))


@twice
def f(n: int) -> int:
    """
    post: __return__ == n
    """
    return n
