# verheal: check
# subject: total
# expect: proved
from typing import Optional


def total(given: Optional[list[int]]) -> int:
    return sum(given) if given is not None else 0
