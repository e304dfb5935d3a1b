# verheal: check
# subject: f
# expect: proved
from collections.abc import Iterator


def f(d: dict[str, int]) -> Iterator[str]:
    yield from d
    yield from ["some"]
    assert len(d) >= 0
