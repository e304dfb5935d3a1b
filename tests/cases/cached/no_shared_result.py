# verheal: check
# subject: f
# expect: refuted assert
# witness: f(1)
import functools


@functools.lru_cache
def fresh(n: int) -> list[int]:
    return [n]


def f(n: int) -> int:
    first = fresh(n)
    first.append(2)
    second = fresh(n)
    assert len(second) == 1
    return 0
