# verheal: check
# subject: f
# expect: proved
from collections.abc import Sized


def f(x: str | int) -> bool:
    known = isinstance(x, (Sized, ValueError))
    assert known or not known
    return known
