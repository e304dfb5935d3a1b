# verheal: check
# subject: f
# expect: proved
from typing import Any


def f(x: Any, y: object) -> float:
    if not isinstance(x, (int, float)) or not isinstance(y, bool):
        raise ValueError("no number")
    return 0.0 if x < 0 or y else 1.0
