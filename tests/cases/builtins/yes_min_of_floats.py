# verheal: check
# subject: lowest
# expect: proved
import math


def lowest(readings: list[float]) -> float:
    """
    pre: readings and all(not math.isnan(reading) for reading in readings)
    post: all(__return__ <= reading for reading in readings)
    post: __return__ in readings
    """
    return min(readings)
