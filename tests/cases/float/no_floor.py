# verheal: check
# subject: whole_part
# expect: refuted raises | safety:OverflowError
# witness: whole_part(float("inf"))
# why: an infinity has no floor
import math


def whole_part(x: float) -> int:
    """
    pre: not math.isnan(x)
    """
    return math.floor(x)
