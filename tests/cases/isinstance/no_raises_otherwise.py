# verheal: check
# subject: f
# expect: refuted safety:TypeError
# witness: f("", False)
# why: a string passes the test and is not ordered with 0
from typing import Any


def f(x: Any, y: object) -> float:
    if not isinstance(x, (int, str)) or not isinstance(y, bool):
        raise ValueError("no number")
    return 0.0 if x < 0 or y else 1.0
