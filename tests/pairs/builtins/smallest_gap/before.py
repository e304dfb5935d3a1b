def smallest_gap(values: list[int]) -> int:
    ordered = sorted(values)
    best = -1
    for i in range(1, len(ordered)):
        gap = ordered[i] - ordered[i - 1]
        if best < 0 or gap < best:
            best = gap
    return best
