# verheal: check
# subject: total
# expect: refuted safety:TypeError | raises
# witness: total(None)
from typing import Optional


def total(given: Optional[list[int]]) -> int:
    return sum(given) if given != 0 else 0
