from collections.abc import Iterator


def leading_positive(values: tuple[int, ...]) -> Iterator[int]:
    i = 0
    while i < len(values) and values[i] > 0:
        yield values[i]
        i += 1
