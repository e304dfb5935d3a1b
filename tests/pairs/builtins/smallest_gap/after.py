def smallest_gap(values: list[int]) -> int:
    ordered = sorted(values)
    if not ordered:
        return -1
    return min(b - a for a, b in zip(ordered, ordered[1:]))
