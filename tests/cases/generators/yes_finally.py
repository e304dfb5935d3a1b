# verheal: check
# subject: f
# expect: proved
# why: closing a generator runs what is in finally
from collections.abc import Iterator


def f(n: int) -> Iterator[int]:
    k = 1
    try:
        yield n
        k = n
    finally:
        k = 60 // k if k else 0
