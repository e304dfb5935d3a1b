def unique_floats(values: list[float]) -> int:
    distinct = 0
    for i in range(len(values)):
        if not any(values[i] == values[j] for j in range(i)):
            distinct += 1
    return distinct
