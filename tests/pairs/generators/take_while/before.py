from collections.abc import Iterator


def leading_positive(values: tuple[int, ...]) -> Iterator[int]:
    for value in values:
        if value <= 0:
            return
        yield value
