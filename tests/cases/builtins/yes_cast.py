# verheal: check
# subject: f
# expect: proved
# why: cast gives what it is given
from typing import cast


def f(n: int | None) -> int:
    x = cast("int", 0 if n is None else n)
    return 1 // (x * x + 1)
