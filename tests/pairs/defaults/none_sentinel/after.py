def window_sums(values: list[int], size: int | None = None) -> list[int]:
    if size is None:
        size = 3
    if size < 1:
        return []
    sums: list[int] = []
    for start in range(0, len(values) - size + 1):
        total = 0
        for value in values[start:start + size]:
            total += value
        sums.append(total)
    return sums
