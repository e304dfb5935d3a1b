from collections.abc import Iterator


def prefixes(values: tuple[int, ...]) -> Iterator[list[int]]:
    prefix: list[int] = []
    for value in values:
        prefix.append(value)
        yield prefix
