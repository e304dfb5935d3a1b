# verheal: check
# subject: f
# expect: proved
from collections.abc import Iterator


def f(n: int) -> Iterator[int]:
    got = yield n
    assert got is None
