# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError | raises
# witness: f(0)
from collections.abc import Iterator


def items(n: int) -> Iterator[int]:
    yield 60 // n


def f(n: int) -> bool:
    found = items(n)
    return next(found) is not None
