def largest_run(values: list[int]) -> int:
    best = 0
    for start in range(len(values)):
        total = 0
        for stop in range(start, len(values)):
            total += values[stop]
            if total > best:
                best = total
    return best
