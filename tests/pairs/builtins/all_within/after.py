def all_within(values: list[float], low: float, high: float) -> bool:
    return all(low <= value <= high for value in values)
