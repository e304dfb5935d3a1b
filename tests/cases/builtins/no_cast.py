# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError
# witness: f(0)
from typing import cast


def f(n: int | None) -> int:
    x = cast("int", 0 if n is None else n)
    return 1 // x
