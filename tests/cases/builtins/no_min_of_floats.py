# verheal: check
# subject: lowest
# expect: refuted post
# witness: lowest([float("nan"), 0.0])
# why: a NaN that comes first stays
import math


def lowest(readings: list[float]) -> float:
    """
    pre: readings and all(not math.isinf(reading) for reading in readings)
    post: all(__return__ <= reading for reading in readings)
    post: __return__ in readings
    """
    return min(readings)
