from collections.abc import Iterable


def doubled(values: list[int]) -> Iterable[int]:
    for value in values:
        yield 2 * value
