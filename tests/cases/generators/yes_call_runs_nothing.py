# verheal: check
# subject: f
# expect: proved
from collections.abc import Iterator


def items(n: int) -> Iterator[int]:
    yield 60 // n


def f(n: int) -> bool:
    found = items(n)
    return found is not None
