# verheal: check
# subject: f
# expect: refuted assert
# witness: list(f(0))
from collections.abc import Iterator


def f(n: int) -> Iterator[int]:
    got = yield n
    assert got is not None
