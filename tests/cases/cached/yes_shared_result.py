# verheal: check
# subject: f
# expect: proved
# allow: unknown
import functools


@functools.lru_cache
def fresh(n: int) -> list[int]:
    return [n]


def f(n: int) -> int:
    first = fresh(n)
    first.append(2)
    first.pop()
    second = fresh(n)
    assert len(second) == 1
    return 0
