def best_streak(values: list[int]) -> int:
    best = current = 0
    for value in values:
        current = max(current + value, 0)
        best = max(best, current)
    return best
