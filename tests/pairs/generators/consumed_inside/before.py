from collections.abc import Iterator


def _squares(values: list[int]) -> Iterator[int]:
    for value in values:
        if value % 2:
            yield value * value


def sum_of_squares(values: list[int]) -> int:
    return sum(_squares(values))
