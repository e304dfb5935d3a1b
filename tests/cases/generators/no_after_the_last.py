# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError | raises
# witness: list(f(1))
# why: what stands behind a yield runs when the next item is asked for
from collections.abc import Iterator


def f(n: int) -> Iterator[int]:
    assert n > 0
    yield n
    n = n - 1
    yield 60 // n
