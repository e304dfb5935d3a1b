def midpoint(low: int, high: int) -> int:
    return low + (high - low) // 2
