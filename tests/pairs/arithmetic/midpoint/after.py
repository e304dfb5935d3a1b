def midpoint(low: int, high: int) -> int:
    return int((low + high) / 2)
