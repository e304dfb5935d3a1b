def best_window(values: list[int], size: int) -> int | None:
    if size <= 0 or size > len(values):
        return None
    total = sum(values[:size])
    best = total
    for i in range(size, len(values)):
        total += values[i] - values[i - size]
        best = max(best, total)
    return best
