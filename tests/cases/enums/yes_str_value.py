# verheal: check
# subject: f
# expect: proved
from enum import StrEnum


class Kind(StrEnum):
    A = "a"
    B = "b"


def f(k: Kind) -> str:
    r = k + "!"
    assert r == "a!" or r == "b!"
    return r
