def has_duplicates(values: list[int]) -> bool:
    ordered = sorted(values)
    for i in range(1, len(ordered)):
        if ordered[i - 1] == ordered[i]:
            return True
    return False
