def nearest_ten(value: int) -> int:
    return round(value, -1)
