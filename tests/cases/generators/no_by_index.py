# verheal: check
# subject: f
# expect: refuted safety:IndexError | raises
# witness: list(f([]))
from collections.abc import Iterator


def f(xs: list[str]) -> Iterator[str]:
    for i in range(len(xs) + 1):
        yield xs[i]
