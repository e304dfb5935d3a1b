# verheal: check
# subject: f
# expect: proved
from collections.abc import Sequence


def f(x: int) -> Sequence:
    return [x, x]
