def _median(values: list[int]) -> int:
    ordered = sorted(values)
    return ordered[len(ordered) // 2]


def median_gap(first: list[int], second: list[int]) -> int:
    if not first or not second:
        return 0
    return abs(_median(first) - _median(second))
