def spread(values: list[int], xs: list[int]) -> int:
    if not values or not xs:
        return 0
    low = min(values)
    high = max(xs)
    return high - low - len(xs)
