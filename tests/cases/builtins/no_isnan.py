# verheal: check
# subject: f
# expect: refuted assert
# witness: f(math.nan)
import math


def f(x: float) -> float:
    if not math.isnan(x):
        return 0.0
    assert x == x
    return x
