# verheal: check
# subject: f
# expect: proved
import functools


@functools.lru_cache
def half(n: int) -> int:
    return n // 2


def f(n: int) -> int:
    return half(n) + half(n + 1)
