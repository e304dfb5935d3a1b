# verheal: check
# subject: f
# expect: proved
import functools


@functools.lru_cache
def length(xs: int) -> int:
    return xs + 1


def f(xs: int) -> int:
    return length(xs)
