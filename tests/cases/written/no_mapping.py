# verheal: check
# subject: f
# expect: refuted type
# allow: unknown
# witness: f(0)
from collections.abc import Mapping


def f(x: int) -> Mapping:
    return [x]
