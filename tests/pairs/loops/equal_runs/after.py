def longest_plateau(values: list[int]) -> int:
    best = length = 0
    for i, value in enumerate(values):
        length = length + 1 if i and value == values[i - 1] else 1
        if length > best:
            best = length
    return best
