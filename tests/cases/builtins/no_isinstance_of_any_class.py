# verheal: check
# subject: f
# expect: refuted assert
# witness: f(3)
from collections.abc import Sized


def f(x: str | int) -> bool:
    known = isinstance(x, (Sized, ValueError))
    assert known
    return known
