# verheal: check
# subject: f
# expect: proved
from collections.abc import Iterator


def f(xs: list[int]) -> Iterator[int]:
    for x in xs:
        if x != 0:
            yield 60 // x
