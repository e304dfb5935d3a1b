from collections.abc import Iterator


def prefixes(values: tuple[int, ...]) -> Iterator[list[int]]:
    for end in range(1, len(values) + 1):
        yield list(values[:end])
