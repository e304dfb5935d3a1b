def best_streak(values: list[int]) -> int:
    best: int | None = None
    for start in range(len(values)):
        for stop in range(start + 1, len(values) + 1):
            total = sum(values[start:stop])
            if best is None or total > best:
                best = total
    return 0 if best is None else best
