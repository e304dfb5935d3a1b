def zero_negatives(values: list[int]) -> int:
    changed = 0
    i = len(values) - 1
    while i >= 0:
        if values[i] < 0:
            values[i] = 0
            changed += 1
        i -= 1
    return changed
