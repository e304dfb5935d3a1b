def _reverse(values: list[int], low: int, high: int) -> None:
    while low < high:
        values[low], values[high] = values[high], values[low]
        low, high = low + 1, high - 1


def rotate(values: list[int], shift: int) -> None:
    if not values:
        return
    shift %= len(values)
    _reverse(values, 0, shift - 1)
    _reverse(values, shift, len(values) - 1)
    _reverse(values, 0, len(values) - 1)
