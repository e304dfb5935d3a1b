# verheal: check
# subject: f
# expect: proved
from typing import NewType

Share = NewType("Share", int)


def f(parts: int) -> Share:
    return Share(100 // (abs(parts) + 1))
