def clamp(x: float, low: float, high: float) -> float:
    if high < x:
        x = high
    if x > low:
        return x
    return low
