# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError | raises
# witness: list(f(0))
# why: closing a generator runs what is in finally
from collections.abc import Iterator


def f(n: int) -> Iterator[int]:
    k = 1
    try:
        yield n
        k = n
    finally:
        k = 60 // k
