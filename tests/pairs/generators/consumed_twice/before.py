from collections.abc import Iterable


def mean_and_peak(values: Iterable[int]) -> tuple[int, int]:
    total = peak = 0
    for value in values:
        total += value
        if value > peak:
            peak = value
    return total, peak
