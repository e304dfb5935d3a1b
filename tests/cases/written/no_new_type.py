# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError
# witness: f(0)
from typing import NewType

Share = NewType("Share", int)


def f(parts: int) -> Share:
    return Share(100 // abs(parts))
