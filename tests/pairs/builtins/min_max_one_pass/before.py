def extent(values: list[int]) -> int:
    if not values:
        return 0
    low = high = values[0]
    for value in values[1:]:
        if value < low:
            low = value
        elif value > high:
            high = value
    return high - low
