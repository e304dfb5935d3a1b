# verheal: check
# subject: is_bare
# expect: proved
# why: is None asks nothing of the object, whatever its __len__ does
from __future__ import annotations


class Sign:
    def __new__(cls) -> Sign:
        return super().__new__(cls)

    def __len__(self) -> int:
        return 1 // 0


def is_bare(sign: Sign | None) -> bool:
    return sign is None
