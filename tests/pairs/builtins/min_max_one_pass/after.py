def extent(values: list[int]) -> int:
    return max(values, default=0) - min(values, default=0)
