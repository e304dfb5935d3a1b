def compact(values: list[int], unwanted: int) -> int:
    values[:] = [value for value in values if value != unwanted]
    return len(values)
