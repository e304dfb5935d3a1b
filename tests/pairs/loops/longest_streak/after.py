def longest_rise(values: list[int]) -> int:
    if not values:
        return 0
    best = current = 1
    for previous, value in zip(values, values[1:]):
        if value > previous:
            current += 1
        else:
            best = max(best, current)
            current = 1
    return best
