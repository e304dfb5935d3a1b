# verheal: check
# subject: f
# expect: proved
import math


def f(x: float) -> float:
    if math.isnan(x):
        return 0.0
    assert x == x
    return x
