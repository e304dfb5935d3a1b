def zero_negatives(values: list[int]) -> int:
    changed = 0
    for i, value in enumerate(values):
        if value < 0:
            values[i] = 0
            changed += 1
    return changed
