from collections.abc import Iterable


def mean_and_peak(values: Iterable[int]) -> tuple[int, int]:
    total = sum(values)
    return total, max(0, max(values, default=0))
