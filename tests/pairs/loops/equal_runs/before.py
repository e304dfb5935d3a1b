def longest_plateau(values: list[int]) -> int:
    best = 0
    start = 0
    while start < len(values):
        stop = start + 1
        while stop < len(values) and values[stop] == values[start]:
            stop += 1
        best = max(best, stop - start)
        start = stop
    return best
