def slice_total(values: list[int], start: int, stop: int) -> int:
    if start > len(values) or not 0 <= stop <= len(values):
        raise IndexError("bounds")
    prefix = [0]
    for value in values:
        prefix.append(prefix[-1] + value)
    return prefix[stop] - prefix[start] if start < stop else 0
