def clamp_reading(value: float, low: float, high: float) -> float | None:
    if not low <= value <= high:
        return None
    return value
