# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError
# witness: f(1)
import functools


@functools.lru_cache
def half(n: int) -> int:
    return n // 2


def f(n: int) -> int:
    return 3 // half(n)
