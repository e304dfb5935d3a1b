from collections.abc import Iterable


def doubled(values: list[int]) -> Iterable[int]:
    return [2 * value for value in values]
