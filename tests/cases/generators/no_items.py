# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError | raises
# witness: list(f([0]))
from collections.abc import Iterator


def f(xs: list[int]) -> Iterator[int]:
    for x in xs:
        if x < 60:
            yield 60 // x
