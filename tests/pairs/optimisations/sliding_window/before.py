def best_window(values: list[int], size: int) -> int | None:
    if size <= 0 or size > len(values):
        return None
    best: int | None = None
    for start in range(len(values) - size + 1):
        total = sum(values[start:start + size])
        if best is None or total > best:
            best = total
    return best
