def total_positive(values: list[int]) -> int:
    total = 0
    for i in range(len(values)):
        if values[i] > 0:
            total = total + values[i]
    return total
