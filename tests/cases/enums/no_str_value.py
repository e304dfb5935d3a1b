# verheal: check
# subject: f
# expect: refuted assert
# witness: f(Kind.B)
from enum import StrEnum


class Kind(StrEnum):
    A = "a"
    B = "b"


def f(k: Kind) -> str:
    r = k + "!"
    assert r == "a!"
    return r
