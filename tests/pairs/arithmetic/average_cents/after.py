import math


def average_cents(amounts: list[int]) -> int:
    count = len(amounts)
    if count == 0:
        return 0
    return math.floor(sum(amounts) / count)
