# verheal: check
# subject: f
# expect: refuted type
# allow: unknown
# witness: f(0)
from collections.abc import Sequence


def f(x: int) -> Sequence:
    return {x, x}
