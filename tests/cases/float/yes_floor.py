# verheal: check
# subject: whole_part
# expect: proved
import math


def whole_part(x: float) -> int:
    """
    pre: math.isfinite(x)
    """
    return math.floor(x)
