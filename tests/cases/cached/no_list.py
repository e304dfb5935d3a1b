# verheal: check
# subject: f
# expect: refuted safety:TypeError | raises
# witness: f([1])
import functools


@functools.lru_cache
def length(xs: list[int]) -> int:
    return len(xs)


def f(xs: list[int]) -> int:
    return length(xs)
