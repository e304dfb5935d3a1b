from collections.abc import Iterator


def steps(values: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    for i in range(len(values) - 1):
        yield values[i], values[i + 1] - values[i]
