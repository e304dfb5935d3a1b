# verheal: check
# subject: is_bare
# expect: refuted raises | safety:ZeroDivisionError
# witness: is_bare(Sign())
# why: the truth of an object whose class has __len__ is what __len__ says
from __future__ import annotations


class Sign:
    def __new__(cls) -> Sign:
        return super().__new__(cls)

    def __len__(self) -> int:
        return 1 // 0


def is_bare(sign: Sign | None) -> bool:
    return not sign
