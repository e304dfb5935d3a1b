def total_by_halves(values: list[int]) -> int:
    total = 0
    for value in reversed(values):
        total += value
    return total
