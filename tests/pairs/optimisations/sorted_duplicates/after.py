def has_duplicates(values: list[int]) -> bool:
    return len(set(values)) < len(values)
