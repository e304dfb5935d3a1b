def window_sums(values: list[int], size: int = 3) -> list[int]:
    if size <= 0:
        return []
    return [sum(values[i:i + size]) for i in range(len(values) - size + 1)]
