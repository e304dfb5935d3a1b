def unique_floats(values: list[float]) -> int:
    return len(set(values))
