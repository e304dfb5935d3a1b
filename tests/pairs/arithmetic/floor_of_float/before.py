import math


def whole_units(amount: float) -> int:
    if math.isnan(amount) or math.isinf(amount):
        return 0
    return math.floor(amount)
