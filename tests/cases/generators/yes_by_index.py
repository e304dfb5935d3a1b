# verheal: check
# subject: f
# expect: proved
from collections.abc import Iterator


def f(xs: list[str]) -> Iterator[str]:
    for i in range(len(xs)):
        yield xs[i]
