def slice_total(values: list[int], start: int, stop: int) -> int:
    if start > len(values) or not 0 <= stop <= len(values):
        raise IndexError("bounds")
    return sum(values[start:stop])
