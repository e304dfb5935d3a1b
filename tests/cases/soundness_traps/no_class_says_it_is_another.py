# verheal: check
# subject: f
# expect: refuted raises | safety:TypeError
# allow: unknown
# witness: f(Odd())
# why: what answers for __class__ need not be what isinstance says
from typing import Any


class Odd:
    def __getattribute__(self, name: str) -> Any:
        return str


def f(x: object) -> int:
    if isinstance(x, str):
        return len(x)
    return 0
