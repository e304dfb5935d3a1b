import math


def whole_units(amount: float) -> int:
    if not math.isfinite(amount):
        return 0
    return int(amount)
