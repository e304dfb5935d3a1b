from collections.abc import Iterator


def steps(values: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    previous: int | None = None
    for value in values:
        if previous is not None:
            yield previous, value - previous
        previous = value
