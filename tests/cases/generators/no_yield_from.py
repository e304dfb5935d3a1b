# verheal: check
# subject: f
# expect: refuted assert
# witness: list(f({}))
from collections.abc import Iterator


def f(d: dict[str, int]) -> Iterator[str]:
    yield from d
    yield from ["some"]
    assert len(d) > 0
