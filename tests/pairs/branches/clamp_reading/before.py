def clamp_reading(value: float, low: float, high: float) -> float | None:
    if value < low or value > high:
        return None
    return value
